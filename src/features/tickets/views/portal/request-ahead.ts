import type { Locale } from "../../../../platform/i18n/index.ts";
import { portalWords } from "../../words-portal.ts";
import { togetherWords } from "../../words-together.ts";
import type { RequestRow } from "./request-status.tsx";

/** How far it is, with us and with technical support. */
export const aheadOf = ({ ticket: { plannedVersion }, development, orders }: RequestRow, locale: Locale): string => {
  const t = togetherWords[locale];
  return [
    development,
    plannedVersion && portalWords[locale].list.plannedFor({ version: plannedVersion }),
    ...orders.map((order) =>
      [
        `${t.portal.order} ${t.portal.orderLine({ number: order.number, state: t.orders.states[order.state] })}`,
        ...(order.plannedVersion === null ? [] : [t.portal.planned({ version: order.plannedVersion })]),
      ].join(", "),
    ),
  ]
    .filter(Boolean)
    .join("; ");
};
