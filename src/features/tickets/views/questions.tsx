import type { FieldErrors } from "../../../ui/index.ts";
import { AnswerFields, shownField, type Audience } from "../../ticket-types/index.ts";
import type { TicketType } from "../rules/ticket.ts";

export interface QuestionsView {
  type: TicketType;
  given: Readonly<Record<string, readonly string[]>>;
  /** Names of files that are kept from before, by question. */
  keptFiles: Readonly<Record<string, readonly string[]>>;
}

interface QuestionsProps extends QuestionsView {
  id: string;
  audience: Audience;
  errors: FieldErrors;
  isLenient?: boolean;
}

/** The type's questions within a form, which says by itself which of them it shows. */
export const Questions = ({ type, given, ...rest }: QuestionsProps) => (
  <>
    <input type="hidden" name={shownField} value={type.key} />
    <AnswerFields {...rest} fields={type.fields} given={given} shownAs={type.key} />
  </>
);
