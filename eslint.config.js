import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: the same thing then has the same name everywhere.",
};
const noClass = {
  selector:
    "ClassDeclaration:not([superClass.name=/^(Error|RangeError|TypeError|Refusal|NotFound|Forbidden|Conflict|Invalid|TooMany)$/]), ClassExpression",
  message: "Only errors are classes; write a function that returns an object.",
};
const noAnyCast = {
  selector: "TSAsExpression > TSAsExpression.expression[typeAnnotation.type='TSUnknownKeyword']",
  message: "A cast through unknown hides a wrong type; narrow it instead.",
};

const emptyNames = "/^(handle|process)[A-Z]|(Manager|Service|Helper|Helpers|Util|Utils|Base|Impl)$|^(data|info)$/";
const noEmptyName = {
  selector: [
    `VariableDeclarator > Identifier.id[name=${emptyNames}]`,
    `FunctionDeclaration > Identifier.id[name=${emptyNames}]`,
    `TSInterfaceDeclaration > Identifier.id[name=${emptyNames}]`,
    `TSTypeAliasDeclaration > Identifier.id[name=${emptyNames}]`,
  ].join(", "),
  message: "This name says nothing about what it is; see docs/style.md.",
};

// ESLint loads a configuration by its default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig(
  { ignores: ["node_modules", "dist", "data", ".cache", "test/architecture/planted", "test/fixtures"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "{bin,tools}/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport, noClass, noAnyCast, noEmptyName],
      "prefer-const": "error",
      "object-shorthand": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        // Taking a property out of an object by destructuring is how one leaves it out.
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Numbers read the same in a template as alone; what must not slip in is an object, null or undefined.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `a || b` on text means "or when it is empty", which `??` cannot say.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // Several values of one record are told apart by `type` in some places and cannot be extended in others.
      "@typescript-eslint/consistent-type-definitions": "off",
      // `() => send()` as a statement of one line is clear, also where `send` returns nothing.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Nothing of ours uses `this`, so taking a function out of its object changes nothing.
      "@typescript-eslint/unbound-method": "off",
      // Where we spread text, code points are what is counted.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // `record["name"]` is how TypeScript asks for keys of an index signature.
      "@typescript-eslint/dot-notation": "off",
      // A function of an interface may be async without awaiting, so that it rejects instead of throwing.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["src/ui/islands/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["**/*.test.{ts,tsx}", "test/**"],
    rules: {
      // A test that reaches past what it checked fails anyway, and shorter setup reads better.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Tests pass what types forbid, to see it refused.
      "no-restricted-syntax": ["error", noDefaultExport, noEmptyName],
      // What comes back as JSON is looked at by expect, which takes anything.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    // These talk to the person at the terminal.
    files: ["bin/**", "tools/**", "bench/**", "test/support/global-*.ts"],
    rules: { "no-console": "off" },
  },
  {
    // They run on the Node that the machine has, before anything is installed, and so are plain JavaScript.
    files: ["bin/**/*.mjs", "*.js"],
    extends: [ts.configs.disableTypeChecked],
  },
);
