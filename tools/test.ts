// npm test [-- checks | unit | integration | lifecycle | journeys | browser | PATH …]: everything, or the parts that are named.
import { addSums, runSteps, type Sum } from "./test/run-steps.ts";
import { checks, vitest, vitestProjects, type Project, type Step } from "./test/steps.ts";

const wishes = process.argv.slice(2);
const parts = ["checks", ...vitestProjects];
const paths = wishes.filter((wish) => !parts.includes(wish));
const wants = (part: string) => wishes.length === 0 || wishes.includes(part);

const say = (line: string) => {
  if (line !== "") console.log(line);
};
const start = performance.now();

const [build, ...otherChecks] = checks;
const needsBuild: readonly string[] = ["lifecycle", "journeys", "browser"];
const builds = wants("checks") || paths.length > 0 || needsBuild.some(wants);
const built = await runSteps(build && builds ? [build] : [], { atOnce: 1, say });

const left: Sum = { passed: 0, failed: 0, broken: [], remarks: [] };
/** The steps of these projects that are wanted, as nice(1) as said. Without a build there is nothing to start. */
const steps = (niceness: number, ...projects: readonly Project[]): Step[] =>
  projects.filter(wants).flatMap((project) => {
    if (built.broken.length === 0 || !needsBuild.includes(project))
      return [vitest(project, { projects: [project], niceness })];
    left.failed++;
    left.remarks.push(`${project}: it needs the build, and could not run`);
    return [];
  });
const named: Step[] = paths.length > 0 ? [vitest(paths.join(" "), { projects: [], paths })] : [];

// Browsers have to see at once what happens, and are mostly waited for, as whole servers are. Tests that only compute
// take what those leave of the processors, and checks what is left then.
const lanes = await Promise.all([
  runSteps([...steps(0, "browser", "lifecycle"), ...named], { atOnce: 1, say }),
  runSteps(steps(10, "unit", "integration", "journeys"), { atOnce: 1, say }),
  runSteps(wants("checks") ? otherChecks : [], { atOnce: 1, say }),
]);

const { passed, failed, remarks } = addSums(built, ...lanes, left);
// Once more together, because thousands of lines came in between.
if (failed > 0) for (const remark of remarks) say(remark);
say(`in ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
