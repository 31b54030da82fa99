import type { ComponentChildren } from "preact";
import { Button } from "../actions/button.tsx";
import { Form } from "../forms/form.tsx";
import { SearchBox } from "../forms/search-box.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { AuthLayout } from "../layouts/auth-layout.tsx";
import { PortalLayout } from "../layouts/portal-layout.tsx";
import { ActionCard, ActionCards } from "../parts/action-card.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { Tag } from "../parts/tag.tsx";
import { ErrorSample } from "./kit-parts.tsx";
import { RequestTable } from "./sample-table.tsx";
import { CustomerComposer, SampleThread } from "./sample-thread.tsx";
import { priorityLook, statusLook, usePortalNav, useSampleWords } from "./samples.tsx";
import { useFrame } from "./sample-frame.tsx";

const Portal = ({
  current,
  ...rest
}: {
  current: string;
  hero?: ComponentChildren;
  width?: "read" | "page";
  visitor?: boolean;
  children: ComponentChildren;
}) => {
  const { brand, account, footer, languages } = useFrame();
  return (
    <PortalLayout
      brand={brand}
      nav={usePortalNav(current)}
      account={rest.visitor ? undefined : account}
      signInHref="?show=auth"
      footer={footer}
      languages={languages}
      hero={rest.hero}
      width={rest.width}
    >
      {rest.children}
    </PortalLayout>
  );
};

export const StartPage = () => {
  const words = useSampleWords();
  return (
    <Portal
      current="start"
      visitor
      hero={
        <div class="flex flex-col gap-5">
          <h1>{words.greeting}</h1>
          <SearchBox action="#search" label={words.searchPortal} size="lg" />
        </div>
      }
    >
      <div class="stack gap-10">
        <ActionCards>
          <ActionCard href="#ask" icon="message-square" title={words.ask}>
            {words.askAbout}
          </ActionCard>
          <ActionCard href="#see" icon="inbox" title={words.see}>
            {words.seeAbout}
          </ActionCard>
          <ActionCard href="#read" icon="book-open" title={words.read}>
            {words.readAbout}
          </ActionCard>
        </ActionCards>
        <section>
          <h2>{words.yourOpen}</h2>
          <RequestTable />
        </section>
      </div>
    </Portal>
  );
};

export const RequestPage = () => {
  const words = useSampleWords();
  return (
    <Portal current="request" width="read">
      <PageHeader title={words.headline} crumbs={[{ label: words.toRequests, href: "#requests" }]}>
        <div class="row gap-3">
          <span class="tabular">10482</span>
          <Tag {...statusLook.waiting}>{words.statuses.waiting}</Tag>
          <Tag look="plain" {...priorityLook.high}>
            {words.high}
          </Tag>
        </div>
      </PageHeader>
      <div class="stack">
        <SampleThread id="request" />
        <CustomerComposer id="answer" />
      </div>
    </Portal>
  );
};

export const SignInPage = () => {
  const words = useSampleWords();
  const { brand, languages } = useFrame();
  return (
    <AuthLayout
      brand={brand}
      title={words.signInTitle}
      about={words.signInAbout}
      languages={languages}
      below={
        <a class="text-link" href="#forgot">
          {words.forgot}
        </a>
      }
    >
      <Form id="sign-in" action="#sign-in" errors={{ email: words.emailError }} values={{ email: "maria.huber@" }}>
        <TextInput name="email" type="email" label={words.email} required mark={false} autocomplete="username" />
        <TextInput
          name="password"
          type="password"
          label={words.password}
          required
          mark={false}
          autocomplete="current-password"
        />
        <Button kind="primary" wide>
          {words.signIn}
        </Button>
        <Button kind="quiet" wide icon="mail">
          {words.signInLink}
        </Button>
      </Form>
    </AuthLayout>
  );
};

export const MissingPage = () => (
  <Portal current="none" visitor>
    <ErrorSample />
  </Portal>
);
