import type { FiledReport } from "./report.ts";

/** A report for a person at the terminal, with an empty line behind it. */
export const reportText = (report: FiledReport): string => {
  const { verdict, reason, reply, attachments, warnings, bounce } = report;
  const lines = [
    `${report.file}${report.number === undefined ? "" : ` (${report.number})`}: ${verdict} (${reason})`,
    ...fact("From", report.from ? addressText(report.from) : ""),
    ...fact("To", people(report.to)),
    ...fact("Cc", people(report.cc)),
    ...fact("Subject", report.subject),
    ...fact("Date", report.date ?? ""),
    ...(bounce
      ? fact("Bounce", [bounce.action, bounce.recipient, bounce.status, bounce.diagnostic].filter(Boolean).join(" · "))
      : []),
    ...beginningOf(reply.text),
    ...fact("Folded", foldedText(reply)),
    ...attachments.map(
      ({ name, type, size, inline }) => `  + ${name} (${type}, ${size} bytes${inline ? ", inline" : ""})`,
    ),
    ...fact("Warnings", warnings.join(", ")),
  ];
  return `${lines.map(printable).join("\n")}\n\n`;
};

const fact = (name: string, value: string): string[] => (value === "" ? [] : [`  ${`${name}:`.padEnd(10)}${value}`]);

const addressText = ({ name, address }: { name: string; address: string }): string =>
  name ? `${name} <${address}>` : address;

const mostPeople = 5;

const people = (all: FiledReport["to"]): string => {
  const named = all.slice(0, mostPeople).map(addressText).join(", ");
  return all.length > mostPeople ? `${named} and ${all.length - mostPeople} more` : named;
};

const mostLines = 12;

const beginningOf = (text: string): string[] => {
  const lines = text.split("\n");
  const shown = lines.slice(0, mostLines).map((line) => `  | ${line.slice(0, 200)}`);
  return text === ""
    ? []
    : lines.length > mostLines
      ? [...shown, `  | … ${lines.length - mostLines} more lines`]
      : shown;
};

const foldedText = ({ quoted, signature }: FiledReport["reply"]): string =>
  [
    ...(quoted ? [`${quoted.split("\n").length} repeated lines`] : []),
    ...(signature ? [`${signature.split("\n").length} lines of signature`] : []),
  ].join(", ");

/** What stands in a message must not steer the terminal. */
const printable = (line: string): string => line.replace(/(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
