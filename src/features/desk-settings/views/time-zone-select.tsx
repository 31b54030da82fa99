import { Select, useUi } from "../../../ui/index.ts";
import { timeZoneChoices } from "../rules/time-zone-names.ts";

interface TimeZoneSelectProps {
  label: string;
  help?: string;
  value: string;
  width?: "md" | "full";
}

/** All time zones by city, with the difference to UTC that holds now. The field is called `timeZone`. */
export const TimeZoneSelect = ({ label, help, value, width = "full" }: TimeZoneSelectProps) => {
  const { locale, now } = useUi();
  return (
    <Select
      name="timeZone"
      label={label}
      help={help}
      value={value}
      options={timeZoneChoices({ chosen: value, locale, at: now })}
      width={width}
      required
      mark={false}
    />
  );
};
