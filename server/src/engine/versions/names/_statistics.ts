export const statisticsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _normal_dist_inv_cdf() __file__:-13
`;
