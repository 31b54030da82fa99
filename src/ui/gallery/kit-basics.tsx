import { Button, LinkButton } from "../actions/button.tsx";
import { Dialog } from "../actions/dialog.tsx";
import { Flash } from "../actions/flash.tsx";
import { Menu, MenuButton, MenuHeading, MenuLink, MenuSearch, MenuSeparator } from "../actions/menu.tsx";
import { Form } from "../forms/form.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { Kbd } from "../parts/kbd.tsx";
import { useSampleWords } from "./samples.tsx";

export const TypeSamples = () => {
  const words = useSampleWords();
  const [title, heading, body, small, tiny] = words.sizes;
  return (
    <div class="stack">
      <p class="text-xl font-semibold tracking-tight">
        {title}: {words.headline}
      </p>
      <p class="text-lg font-semibold">
        {heading}: {words.desk}
      </p>
      <p class="max-w-read text-base">
        {body}: {words.paragraph}{" "}
        <a class="text-link" href="#link">
          {words.link}
        </a>
      </p>
      <p class="text-muted text-sm">
        {small}: {words.emailHelp}
      </p>
      <p class="text-muted text-xs">
        {tiny}: {words.delivered}
      </p>
      <ul class="flex flex-wrap gap-2 text-xs" aria-label={words.sections.type}>
        <li class="bg-canvas rounded p-3">canvas</li>
        <li class="bg-surface border-line rounded border p-3">surface</li>
        <li class="bg-sunken rounded p-3">sunken</li>
        <li class="bg-accent text-on-accent rounded p-3">accent</li>
        <li class="bg-accent-soft text-accent-ink rounded p-3">accent-soft</li>
        <li class="border-line-strong rounded border p-3">line-strong</li>
      </ul>
    </div>
  );
};

export const ButtonSamples = () => {
  const words = useSampleWords();
  return (
    <div class="stack">
      <div class="row">
        <Button kind="primary">{words.save}</Button>
        <Button>{words.cancel}</Button>
        <Button kind="quiet" icon="user-plus">
          {words.assign}
        </Button>
        <Button kind="danger" icon="trash">
          {words.delete}
        </Button>
        <LinkButton href="#link" iconEnd="external-link">
          {words.read}
        </LinkButton>
      </div>
      <div class="row">
        <Button kind="primary" disabled>
          {words.disabled}
        </Button>
        <Button disabled>{words.disabled}</Button>
        <Button kind="primary" busy>
          {words.busy}
        </Button>
        <Button busy>{words.busy}</Button>
        <Button size="sm" icon="plus">
          {words.newTicket}
        </Button>
        <Button kind="primary" size="sm">
          {words.save}
        </Button>
        <Button kind="quiet" icon="bell" iconOnly>
          {words.profile}
        </Button>
        <Button kind="primary" icon="send">
          {words.longButton}
        </Button>
      </div>
      <MenuSamples />
      <div class="row">
        <Button opens="pass-on">{words.dialogOpen}</Button>
        <Kbd keys="mod+enter" />
        <Kbd keys="g i" />
      </div>
      <DialogSample />
    </div>
  );
};

const MenuSamples = () => {
  const words = useSampleWords();
  return (
    <div class="row">
      <Menu label={words.more} icon="sliders-horizontal">
        <MenuSearch label={words.searchMenu} none={words.nothingFits} />
        <MenuHeading>{words.sections.buttons}</MenuHeading>
        <MenuLink href="#print" icon="printer" hint="P">
          {words.print}
        </MenuLink>
        <MenuLink href="#copy" icon="link" current>
          {words.link}
        </MenuLink>
        <MenuButton action="#merge" icon="git-merge">
          {words.merge}
        </MenuButton>
        <MenuSeparator />
        <MenuButton action="#close" icon="archive" danger>
          {words.close}
        </MenuButton>
      </Menu>
      <Menu label={words.more} kind="quiet" iconOnly align="start">
        <MenuLink href="#print">{words.print}</MenuLink>
      </Menu>
    </div>
  );
};

const DialogSample = () => {
  const words = useSampleWords();
  return (
    <Dialog
      id="pass-on"
      title={words.dialogTitle}
      actions={
        <>
          <Button closes="pass-on">{words.cancel}</Button>
          <Button kind="primary" form="pass-on-form">
            {words.dialogSend}
          </Button>
        </>
      }
    >
      <Form id="pass-on-form" action="#pass-on">
        <TextArea name="reason" label={words.description} help={words.dialogText} required rows={4} />
      </Form>
    </Dialog>
  );
};

/** Standing in the page here; in real pages they float at the foot. */
export const FlashSamples = () => {
  const words = useSampleWords();
  return (
    <div class="stack items-start">
      <Flash id="flash-1" stays undo={{ action: "#undo", seconds: 10 }}>
        {words.flashSent}
      </Flash>
      <Flash id="flash-2" stays tone="info">
        {words.flashClosed}
      </Flash>
      <Flash id="flash-3" tone="danger">
        {words.flashFailed}
      </Flash>
    </div>
  );
};
