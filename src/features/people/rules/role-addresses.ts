/**
 * Names before the @ that stand for a department or a machine, not for one person (most of them from RFC 2142).
 * Several people read such a mailbox, so nobody could say who signed in.
 */
const roleNames = new Set(
  `abuse accounting accounts admin administration administrator anfrage anfragen billing bestellung bestellungen
  buchhaltung buero contact customerservice datenschutz edv einkauf empfang finance helpdesk hilfe hostmaster hr info
  information invoice it jobs kontakt kundenservice kundendienst mail mailbox mailer-daemon marketing newsletter
  no-reply noreply no_reply noc office order orders personal poststelle postmaster presse privacy purchasing rechnung
  rechnungen reception rechnungswesen root sales security sekretariat service servicedesk shop support system team
  technik teams verkauf vertrieb verwaltung webmaster zentrale`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether an address belongs to a role instead of a person: info@, support@, also info+desk@ and support-de@. */
export const isRoleAddress = (email: string): boolean => {
  const [local = ""] = email.toLowerCase().split("@");
  const [name = ""] = local.split("+");
  return roleNames.has(name) || roleNames.has(name.replace(/[-._](de|en|at|ch|eu|uk|us|\d+)$/, ""));
};
