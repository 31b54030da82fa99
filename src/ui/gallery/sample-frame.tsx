import { MenuButton, MenuLink } from "../actions/menu.tsx";
import { useLanguages, useSampleWords } from "./samples.tsx";

/** Brand, account and languages as all sample pages have them. */
export const useFrame = () => {
  const words = useSampleWords();
  return {
    brand: { name: words.desk, href: "?show=start" },
    account: {
      name: "Ann Beck",
      about: "ann.beck@tresen.example",
      menu: (
        <>
          <MenuLink href="#profile" icon="settings">
            {words.profile}
          </MenuLink>
          <MenuButton action="#sign-out" icon="log-out">
            {words.signOut}
          </MenuButton>
        </>
      ),
    },
    footer: [
      { href: "#imprint", label: words.imprint },
      { href: "#privacy", label: words.privacy },
    ],
    languages: useLanguages(),
  };
};
