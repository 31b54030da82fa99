// file-names
export const name = "says nothing";
