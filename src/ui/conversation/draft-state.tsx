import { useWords } from "../context.tsx";

/** Where the client says how far the draft is (client/draft.ts). */
export const DraftState = () => {
  const words = useWords();
  return (
    <p
      class="composer-state"
      role="status"
      data-draft-state
      data-saving={words.saving}
      data-saved={words.saved}
      data-failed={words.savedHere}
      data-restored={words.restored}
    />
  );
};
