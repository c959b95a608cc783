export const bisectPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ bisect_right() insort_right() bisect_left() insort_left() __file__:-13
`;
