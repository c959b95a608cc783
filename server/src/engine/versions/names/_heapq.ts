export const heapqPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ heappush() heappushpop() heappop() heapreplace() heapify() _heappop_max():-13 _heapify_max():-13
  _heapreplace_max():-13 __file__:-13 heappush_max():14- heappushpop_max():14- heappop_max():14- heapreplace_max():14- heapify_max():14- __about__
`;
