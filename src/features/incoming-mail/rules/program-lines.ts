/** Lines that mail programs and what checks for viruses put below what somebody wrote, each alone in its line. */
const programs: readonly RegExp[] = [
  /^von (meinem|meiner|mein|unterwegs|samsung|outlook|yahoo|t-online|gmx|web\.de|aol|mail|iphone|ipad|android)[^,;!?]{0,60} (gesendet|verschickt|versendet)\.?( \(.{1,60}\))?$/iu,
  /^gesendet (von|mit|über|aus|per) (meinem|meiner|mein|outlook|mail|yahoo|gmx|web\.de|der|dem|proton|samsung|iphone|ipad|android|t-online|aol|spark|mobil\w*)[^,;!?]{0,80}$/iu,
  /^(diese nachricht wurde|diese e-?mail wurde) (von meinem|mit (bluemail|k-9|outlook|gmx|web\.de|proton|der .{1,30} app)) ?.{0,80}gesendet\.?$/iu,
  /^sent from my (?!(desk|office|home|bed|car)\b)[^;!?]{1,60}$/iu,
  /^sent (from|with|via|using) (mail for windows|outlook|yahoo|proton ?mail|my (?!(desk|office|home|bed|car)\b)|the|a|gmail|spark|samsung|mobile|iphone|ipad|android|blackberry|thunderbird|mailbird|mutt|airmail|hey|fastmail|aol|t-mobile|verizon|at&t|nine|tutanota|tuta|bluemail|superhuman|zoho|canary|edison|mailspring)[^;!?]{0,80}$/iu,
  /^(holen sie sich|laden sie|get|beziehen sie|téléchargez|télécharger|obtenir|obtenez|obtener|obtenga|obtén|scarica|ottieni|download|pobierz|hent|skaffa|hämta|získat|obter|obtenha|baixe) (die app |aplikację |program |o |l['’]application )?(outlook|bluemail) (für|for|pour|para|per|voor|dla|til|till|för|pro|on) .{1,40}$/iu,
  /^outlook (für|voor|for) .{1,30} (beziehen|herunterladen|downloaden|ophalen)$/iu,
  /^envoyé (de|depuis|avec|à partir de|à partir d['’]) ?(mon|ma|mes|outlook|yahoo|l['’]|la messagerie|un|courrier|mail|proton|iphone|ipad|samsung)[^,;!?]{1,60}$/iu,
  /^enviado (desde|do|da|de|con|a partir d[eo]|por) (mi|meu|minha|o meu|outlook|yahoo|correo|samsung|iphone|ipad|el|um|un|mail)[^,;!?]{1,60}$/iu,
  /^inviato (da|dal|con) (mio|iphone|ipad|outlook|posta|yahoo|samsung|il mio|un|libero|proton|tiscali|alice)[^,;!?]{0,60}$/iu,
  /^(verzonden|verstuurd) (vanaf|met|vanuit|via) (mijn|outlook|mail|yahoo|een|iphone|ipad|samsung|proton)[^,;!?]{0,60}$/iu,
  /^wysłan[eo] (z|za pomocą|przez) [^,;!?]{1,60}$/iu,
  /^(sendt|sent) fra (min|mit|mine|outlook|yahoo|mail|iphone|ipad|samsung)[^,;!?]{0,60}$/iu,
  /^skickat från (min|mitt|outlook|yahoo|e-post|iphone|ipad|samsung)[^,;!?]{0,60}$/iu,
  /^lähetetty [^,;!?]{1,60}$/iu,
  /^(odesláno z|odoslané z|trimis de pe|küldve:|отправлено с|отправлено из|надіслано з) [^,;!?]{1,60}$/iu,
  /^(iphone|ipad|android|スマートフォン)から送信$/iu,
  /^(从|發自|发自|來自)我的.{1,20}(发送)?$/iu,
  /^나의 .{1,20}에서 보냄$/iu,
  /^(virenfrei|virus-?free|sans virus|libre de virus|privo di virus|virusvrij|wolny od wirusów)\.? ?(www\.\S{1,40})?$/iu,
  /^(diese e-?mail wurde|this e-?mail has been|ce courrier électronique|l'absence de virus|el software de antivirus|questa e-?mail è stata|deze e-?mail is) .{0,100}(avast|avg|antivir\S{0,4}|virus\w{0,3}|viren)\b.{0,60}$/iu,
  /^www\.(avast|avg)\.com\S{0,60}$/iu,
];

/** "Gesendet mit der GMX iPhone App", also with the address of the shop behind it. */
export const isProgramLine = (line: string): boolean => {
  if (line.length > 400) return false;
  const bare = line.replace(/[<(]?https?:\/\/\S{1,200}[>)]?/g, "").replace(/^[\s*_]+|[\s*_]+$/g, "");
  return (
    (bare.length > 0 && bare.length < 120 && programs.some((program) => program.test(bare.replace(/\s{2,}/g, " ")))) ||
    /^\s*https?:\/\/www\.(avast|avg)\.com\S{0,100}\s*$/.test(line)
  );
};
