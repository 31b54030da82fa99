import { Button, Form, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";

export const LeaveForm = ({ action }: { action: string }) => (
  <Form id="leave" action={action} turbo={false} class="mt-4" plain>
    <Button kind="primary" icon="log-out">
      {portalWords[useUi().locale].leave.button}
    </Button>
  </Form>
);
