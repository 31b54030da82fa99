/** What the feature refuses, and why. */
export const en = {
  nameTaken: "There is one of this name already.",
};
