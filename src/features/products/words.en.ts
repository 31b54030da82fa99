/** What is refused, and why. */
export const en = {
  nameTaken: "There is one of this name already.",
  notADay: (p: { text: string }) => `“${p.text}” is no day. Write it as 2026-03-01, or leave it out.`,
  nothingNamed: "Write at least one name, one a line.",
  tooMany: (p: { most: number }) => `That is too many at once. Paste at most ${p.most} lines.`,
  nameTooLong: (p: { name: string; most: number }) =>
    `“${p.name.slice(0, 40)}…” is too long. A name has at most ${p.most} characters.`,
  inUse:
    "This is named by tickets, so it cannot be deleted. Retire it: nobody can choose it any more, and the tickets keep it.",
  onlyVersionOf: (p: { module: string }) =>
    `“${p.module}” exists in this version only. Say first in which others it exists, or delete the module.`,
  otherProductsVersion: "This version belongs to another product. Choose one of the product’s versions.",
  otherProductsModule: "This module belongs to another product. Choose one of the product’s modules.",
  unknownProduct: "There is no such product any more. Choose another one.",
  retiredProduct: "This product is retired. Choose another one.",
  retiredVersion: "This version is retired. Choose another one.",
  retiredModule: "This module is retired. Choose another one.",
  notInVersion: "This module does not exist in the chosen version. Choose another module or version.",
};
