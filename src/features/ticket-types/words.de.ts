import type { en } from "./words.en.ts";

export const de: typeof en = {
  nameTaken: "Das gibt es unter diesem Namen schon.",
  noSuchTeam: "Dieses Team gibt es nicht mehr. Wählen Sie ein anderes.",
  noTypeLeft:
    "Dann bliebe keine Art, die Kunden stellen dürfen, und aus ihren Mails könnten keine Tickets werden. Lassen Sie Kunden zuerst eine andere Art stellen.",
  approvalNeedsWaiting:
    "Auf eine Freigabe warten Tickets im Status „Wartend“; eine Art, die sie verlangt, muss ihn verwenden. Sonst ließe sich niemand fragen.",
  confirmationNeedsResolved:
    "Kunden bestätigen, was im Status „Gelöst“ ist; eine Art, die das verlangt, muss ihn verwenden. Sonst ließen sich ihre Tickets nie schließen.",
  feedbackNeedsRating: "Feedback wird als Bewertung gegeben; eine Art, die es verlangt, braucht die Bewertung.",
  feedbackNeedsResolved:
    "Kunden bewerten, was im Status „Gelöst“ ist; eine Art, die das verlangt, muss ihn verwenden. Sonst ließen sich ihre Tickets nie schließen.",
  bothNames: "Füllen Sie beide Sprachen aus oder keine.",
  noOptions: "Ohne Möglichkeiten gibt es nichts zu wählen. Nennen Sie mindestens eine.",
  oneCondition: "Wählen Sie nur Antworten auf eine einzige Frage.",
  conditionEmpty: (p) => `„${p.question.de}“ hängt an keiner Antwort; so würde die Frage niemandem gestellt.`,
  conditionLater: (p) =>
    `„${p.question.de}“ hängt an „${p.on.de}“ und muss darunter stehen; sonst würde die Frage niemandem gestellt.`,
  conditionRetired: (p) =>
    `„${p.question.de}“ hängt an „${p.on.de}“, und danach wird nicht mehr gefragt. Nehmen Sie zuerst die Bedingung weg, oder wählen Sie eine andere.`,
  conditionKind: (p) => `„${p.question.de}“ kann nicht an „${p.on.de}“ hängen, weil es dort nichts zu wählen gibt.`,
  conditionAudience: (p) =>
    `„${p.question.de}“ hängt an „${p.on.de}“, wonach Kunden nicht gefragt werden; dann würden sie auch nie nach „${p.question.de}“ gefragt.`,
  conditionOption: (p) =>
    `„${p.question.de}“ hängt an der Antwort „${p.answer.de}“ auf „${p.on.de}“. Nehmen Sie sie zuerst aus jener Bedingung heraus.`,
};
