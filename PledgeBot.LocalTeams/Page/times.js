const zone = "Europe/Stockholm";
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, day: "numeric", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, weekday: "long" });
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hour: "2-digit", minute: "2-digit" });

// "15.00", as Swedish writes it.
export function timeOfDay(moment) {
  return clock.format(moment).replace(":", ".");
}

// "12 juni 2026"
export function date(moment) {
  return day.format(moment);
}

// "måndag 12 juni 2026 kl. 15.00"
export function dayAndTime(moment) {
  return `${weekday.format(moment)} ${date(moment)} kl.\u00a0${timeOfDay(moment)}`;
}
