import { block, faint } from "./styles.ts";

/** A few facts, a line each: `Number: 10482`. */
export const MailFacts = ({ facts }: { facts: readonly { label: string; value: string }[] }) => (
  <p style={block}>
    {facts.map(({ label, value }, index) => (
      <span key={label}>
        {index > 0 && <br />}
        <span style={faint}>{label}:</span> {value}
      </span>
    ))}
  </p>
);
