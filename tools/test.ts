// npm test [-- checks | unit | integration | lifecycle | journeys | browser | PATH …]: everything, or the parts that are named.
import { addSums, runSteps, type Sum } from "./test/run-steps.ts";
import { checks, vitest, vitestProjects, type Step } from "./test/steps.ts";

const wishes = process.argv.slice(2);
const parts = ["checks", ...vitestProjects];
const paths = wishes.filter((wish) => !parts.includes(wish));
const wants = (part: string) => wishes.length === 0 || wishes.includes(part);

const say = (line: string) => {
  if (line !== "") console.log(line);
};
const start = performance.now();

const [build, ...otherChecks] = checks;
const needsBuild = ["lifecycle", "journeys", "browser"];
const builds = wants("checks") || paths.length > 0 || needsBuild.some(wants);
const built = await runSteps(build && builds ? [build] : [], { atOnce: 1, say });

const tests: Step[] = [
  ...vitestProjects.filter(wants).map((project) => vitest(project, { projects: [project] })),
  ...(paths.length > 0 ? [vitest(paths.join(" "), { projects: [], paths })] : []),
];
// Without a build there is nothing to start; everything else still says something.
const possible = tests.filter(({ name }) => !(built.broken.length > 0 && needsBuild.includes(name)));
const left: Sum = { passed: 0, failed: tests.length - possible.length, broken: [], remarks: [] };
if (left.failed > 0) say("✗ lifecycle, journey and browser tests need the build, and could not run");
// Tests wait a lot, for servers and browsers; the other checks only compute, and do so meanwhile.
const [checked, tested] = await Promise.all([
  runSteps(wants("checks") ? otherChecks : [], { atOnce: 1, say }),
  runSteps(possible, { atOnce: 1, say }),
]);

const { passed, failed, remarks } = addSums(built, checked, left, tested);
// Once more together, because thousands of lines came in between.
if (failed > 0) for (const remark of remarks) say(remark);
say(`in ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
