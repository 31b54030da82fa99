import { describe, expect, it } from "vitest";
import { paperCast, somebody, us } from "../../../../test/support/cast.ts";
import { can, canInside, changeProblem, insideVerbs, peopleVerbs } from "./policy.ts";

const { ann, mo, ada, cy, mia, eve } = paperCast;

describe("the table of who may do what to people", () => {
  it("is this", () => {
    const actors = { somebody, cy, mia, ann, mo, ada, us };
    const table = Object.fromEntries(
      peopleVerbs.map((verb) => [
        verb,
        Object.entries(actors)
          .filter(([, actor]) => can(actor, verb))
          .map(([name]) => name)
          .join(" "),
      ]),
    );
    expect(table).toEqual({
      addPerson: "ada us",
      changePerson: "ada us",
      deactivatePerson: "ada us",
      reactivatePerson: "ada us",
      sendPasswordLink: "ada us",
      changeOrganisations: "ada us",
      changeTeams: "ada us",
      changePackages: "ada us",
    });
  });

  it("is this inside of an organisation", () => {
    const actors = { somebody, cy, mia, eve, ann, mo, ada, us };
    const table = Object.fromEntries(
      insideVerbs.map((verb) => [
        verb,
        Object.entries(actors)
          .filter(([, actor]) => canInside(actor, verb, paperCast.acme))
          .map(([name]) => name)
          .join(" "),
      ]),
    );
    expect(table).toEqual({
      readMembers: "cy mia ada us",
      inviteMember: "mia ada us",
      removeMember: "mia ada us",
      requestSeats: "mia ada us",
    });
  });
});

describe("a desk always has an administrator", () => {
  const administrator = { id: ada.personId, role: "administrator", isActive: true } as const;
  const change = (
    to: { role: "administrator" | "member"; isActive: boolean },
    administrators: readonly number[],
    actor = us,
  ) => changeProblem(actor, { person: administrator, to, administrators });

  it("so the last one keeps role and access, whoever asks", () => {
    expect(change({ role: "member", isActive: true }, [3])).toBe("lastAdministrator");
    expect(change({ role: "administrator", isActive: false }, [3])).toBe("lastAdministrator");
    expect(change({ role: "administrator", isActive: true }, [3])).toBeUndefined();
    expect(
      changeProblem(ada, { person: administrator, to: { role: "member", isActive: true }, administrators: [3] }),
    ).toBe("lastAdministrator");
  });

  it("and one of two may go", () => {
    expect(change({ role: "member", isActive: true }, [3, 9])).toBeUndefined();
    expect(change({ role: "administrator", isActive: false }, [3, 9])).toBeUndefined();
  });

  it("but deactivates somebody else, not himself", () => {
    const to = { role: "administrator", isActive: false } as const;
    expect(changeProblem(ada, { person: administrator, to, administrators: [3, 9] })).toBe("notYourself");
  });

  it("and a deactivated administrator counts for nothing", () => {
    const sleeping = { ...administrator, isActive: false };
    expect(
      changeProblem(us, { person: sleeping, to: { role: "member", isActive: false }, administrators: [9] }),
    ).toBeUndefined();
  });
});
