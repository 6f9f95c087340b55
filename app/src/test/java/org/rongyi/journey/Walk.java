package org.rongyi.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongyi.platform.access.Personas;

/**
 * Opens every screen once: what the public may open, and what each persona's menu and first record lead to. The way there is read
 * without the browser, which costs a second a page; it looks at each screen once.
 */
final class Walk {

    private static final List<String> PUBLIC = List.of(
            "/",
            "/sign-in",
            "/sign-in/sms",
            "/help",
            "/dev/ui",
            "/stations",
            "/map",
            "/score",
            "/allocate",
            "/sunshine/check",
            "/nowhere",
            "/deadline",
            "/calendar",
            "/services",
            "/interfaces",
            "/check",
            "/notices",
            "/open-books",
            "/sunshine",
            "/privacy");

    /** The first of the list is the administrator's own, with which nothing may be done. */
    private static final String ACCOUNTS = "/accounts/";

    /** Screens to which no first link leads. */
    private static final Map<String, List<String>> OF_ONE = Map.of(
            "zhen", List.of("/persons/print", "/village-splits"),
            "xian", List.of("/receptions/training", "/campaigns/letters"),
            "sheng", List.of("/receptions/score-table"));

    private static final String DELEGATIONS = "/account/delegations";

    /** Screens behind a list: the first link of this kind is followed. */
    private static final List<String> BEHIND = List.of(
            "/visits/new",
            "/visits/",
            "/persons/",
            "/persons/new",
            "/me/privacy",
            "/me/kin",
            "/handovers/",
            "/handovers/new",
            "/needs/",
            "/campaigns/new",
            "/aids",
            "/aid-findings",
            "/tasks/",
            "/cases/",
            "/figures/",
            "/funds/0",
            "/funds/new",
            "/open-books/",
            "/stations/",
            "/units/new",
            "/units/0",
            "/staff",
            ACCOUNTS,
            "/clients/new",
            "/trail/0",
            "/trail/heads",
            "/policy/",
            "/policy-changes",
            "/calendar/load",
            "/divisions/",
            "/division-questions/",
            "/map/",
            "/imports/");

    /** Records whose own screens, such as 更正, are opened too. */
    private static final List<String> RECORDS = List.of(
            "/visits/",
            "/persons/",
            "/units/0",
            "/funds/0",
            "/policy/",
            ACCOUNTS,
            "/trail/heads",
            "/divisions/",
            "/imports/");

    /** Forms that are sent as they come, with nothing filled in: what is wrong is a screen of its own. */
    private static final List<String> SENT_EMPTY = List.of(
            "/sign-in", "/visits/new", "/persons/new", "/units/new", "/funds/new", "/imports", "/account", "/score");

    private static final String FORM = "main form[method=post]";

    private static final Pattern NAV = Pattern.compile("<nav.*?</nav>", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("<main.*</main>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"]*)\"");

    private final Set<String> seen = new HashSet<>();
    private final Chromium chromium;
    private final Chromium.Device device;

    Walk(Chromium chromium, Chromium.Device device) {
        this.chromium = chromium;
        this.device = device;
    }

    /** Stops at a screen; {@code name} is fit for a file. */
    interface Stop {
        void at(Page page, String name);
    }

    void everywhere(Map<String, Personas.Entry> personas, Stop stop) {
        try (var context = chromium.open(device)) {
            PUBLIC.forEach(path -> open(context, path, stop));
        }
        for (var persona : personas.values()) {
            if (persona.username().equals("shiling")) {
                continue; // sees what shi sees
            }
            try (var context = chromium.open(device)) {
                for (var path : links(Chromium.signIn(context.request(), persona), NAV)) {
                    open(context, path, stop);
                    followOn(context, path, stop);
                }
                open(context, "/messages", stop);
                open(context, "/messages/settings" + (persona.username().equals("laobing") ? "#declined" : ""), stop);
                open(context, "/account", stop);
                if (links(read(context, "/account"), MAIN).contains(DELEGATIONS)) {
                    open(context, DELEGATIONS, stop);
                }
                open(context, "/second-factor", stop);
                open(context, "/password", stop);
                for (var path : OF_ONE.getOrDefault(persona.username(), List.of())) {
                    open(context, path, stop);
                }
            }
        }
    }

    private void followOn(BrowserContext context, String from, Stop stop) {
        var links = links(read(context, from), MAIN);
        for (var start : BEHIND) {
            var such = links.stream().filter(path -> path.startsWith(start) && isScreen(path));
            (start.equals(ACCOUNTS) ? such.reduce((first, last) -> last) : such.findFirst()).ifPresent(path -> {
                open(context, path, stop);
                if (RECORDS.stream().anyMatch(path::startsWith)) {
                    links(read(context, path), MAIN).stream()
                            .filter(next ->
                                    isScreen(next) && (next.startsWith(path + "/") || next.startsWith("/staff/")))
                            .forEach(next -> open(context, next, stop));
                }
            });
        }
    }

    /** No file or photo, and no list for paper: of those one is looked at for all. */
    private static boolean isScreen(String path) {
        return !path.contains(".") && !path.matches(".*/print(\\?.*)?|.*/photos/\\d+");
    }

    private void open(BrowserContext context, String path, Stop stop) {
        if (!seen.add(template(path))) {
            return;
        }
        var page =
                context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
        if (page.navigate(path).status() < 500) {
            stop.at(page, name(path));
        }
        if (SENT_EMPTY.contains(template(path)) && page.querySelector(FORM) != null) {
            page.evaluate("form => { window.before = true; document.querySelector(form).submit(); }", FORM);
            page.waitForFunction("() => !window.before && document.readyState === 'complete'");
            stop.at(page, name(path) + "_wrong");
        }
    }

    private static String name(String path) {
        return template(path).replaceAll("[^\\w{}-]+", "_");
    }

    private static String read(BrowserContext context, String path) {
        return context.request().get(path).text();
    }

    /** The address without what differs from record to record. */
    private static String template(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}|\\d{12}", "x");
    }

    private static List<String> links(String html, Pattern inside) {
        return inside.matcher(html)
                .results()
                .flatMap(part -> LINK.matcher(part.group()).results())
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }
}
