export const collectionsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _count_elements() deque defaultdict _deque_iterator _deque_reverse_iterator _tuplegetter
  OrderedDict
`;
