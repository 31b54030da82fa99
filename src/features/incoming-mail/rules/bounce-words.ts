/** How mail servers call their reports, in the languages in which they do. */
const subjects =
  /^\W{0,3}(undeliver|undelivered mail|delivery status notification|delivery (failure|report|notification|delayed|has failed)|mail (delivery )?(failed|system|failure|delayed|status|error)|(mail|message|email) (not delivered|undeliverable|returned|could not be delivered)|message (status - )?undeliverable|permanent delivery failure|delayed mail|delayed:|warning: (could not send|message|e?-?mail)|returned (mail|to sender)|failure notice|notice: mail delivery|mail system error|message (delivery failure|you sent blocked)|non-?delivery|failed mail|unable to deliver|rejected:|nicht zustellbar|unzustellbar|zustellfehler|übermittlungsfehler|((die|ihre?) )?(e-?)?(mail|nachricht) konnte nicht|zustellung (fehlgeschlagen|verzögert)|verzögerte zustellung|zustellungsfehler|rückläufer|échec de (la )?(remise|distribution)|non (remis|distribu|recapit)|remise (différée|retardée)|no se (puede|pudo) entregar|no entregable|notificación de estado de entrega|impossibile recapitare|mancat[ao] (consegna|recapito)|niet te bezorgen|onbestelbaar|nie można dostarczyć|niedostarcz|não é possível entregar|não (foi )?entreg|kan ikke leveres|kunne ikke leveres|kunde inte levereras|ej lever|det gick inte att leverera|nelze doručit|nedoručiteln|недоставлен|не ?доставлен)/iu;

export const isReportSubject = (subject: string): boolean => subjects.test(subject.slice(0, 200));

/** How their words begin, each in a line of its own. */
const programs: readonly RegExp[] = [
  /hi\. this is the qmail-send program/i,
  /this message was created automatically by (the )?mail delivery (software|system)/i,
  /this is the mail (system|delivery (sub)?system|delivery agent|transfer agent) at/i,
  /this is (an automatically generated|a) delivery status notification/i,
  /this report relates to your message/i,
  /your message\b[\s\S]{0,400}?\b(did not reach|(was|could) not (be )?delivered|cannot be delivered|has been (rejected|returned)|was blocked)/i,
  /ihre nachricht\b[\s\S]{0,400}?(empfänger .{0,20}(nicht erreicht|nicht erreichen|zugestellt)|konnte .{0,40}nicht .{0,40}zugestellt)/i,
  /delivery (has failed|to the following recipients? (failed|has been))/i,
  /fehler bei der nachrichtenzustellung an/i,
  /\W{0,8}the following (address(es)?|recipients?)\b.{0,40}\b(fatal errors|delivery problems|failed|could not be reached)/i,
  /the (attached|following) (message|file|mail)\b.{0,120}\b(undeliverable|fatal delivery errors|could not be delivered)/i,
  /(message|mail) (could|can) ?not be delivered to (one or more|the following) recipient/i,
  /a message (that )?you sent (could not be delivered|has not yet been delivered)/i,
  /i'm sorry to have to inform you that your message could not/i,
  /sorry, we were unable to deliver/i,
  /an error occurred while trying to deliver/i,
  /(i was |we were )?unable to deliver (your|this|the) (message|mail)/i,
  /.{0,60}wasn['’]t delivered to .{1,200} because/i,
  /there was a (temporary )?problem delivering your message/i,
  /((die|ihre) )(unten angehängte )?(e-?mail|mail|nachricht) konnte (leider )?nicht .{0,60}zugestellt werden/i,
  /.{0,40}wurde nicht an .{1,200} zugestellt, weil/i,
  /dies ist das mail-?system/i,
  /(failed address|unknown user): ?\S+@\S+/i,
  /reporting-mta:/i,
  /échec de la remise/i,
  /(votre message|ce message) n['’](a pas pu|est pas parvenu)/i,
  /no se (pudo|ha podido) entregar/i,
  /impossibile recapitare/i,
  /uw bericht (kan|kon) niet/i,
  /nie można (było )?dostarczyć/i,
  /(a entrega falhou|não foi possível entregar)/i,
  /det gick inte att leverera/i,
  /(meddelelsen|meldingen) kunne ikke leveres/i,
  /doručení (těmto|následujícím)/i,
  /это письмо (создано автоматически|отправлено почтовым сервером)/i,
];

const begun = programs.map((program) => new RegExp(`^[\\s*>_-]{0,8}(?:${program.source})`, "imu"));

/** In characters; what stands far below is repeated by somebody. */
const beginning = 1_200;

/** Whether mail servers write so when a mail did not arrive. `fromPerson`: only if nothing stands above, which would be a person's. */
export const saysUndelivered = (text: string, { fromPerson }: { fromPerson: boolean }): boolean => {
  const start = text.slice(0, beginning);
  return begun.some((program) => {
    const found = program.exec(start);
    return found !== null && (!fromPerson || !/\p{L}/u.test(start.slice(0, found.index)));
  });
};
