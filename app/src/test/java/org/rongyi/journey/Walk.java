package org.rongyi.journey;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.platform.access.Personas;

/** Opens every screen once: what the public may open, and what each persona's menu and first record lead to. */
final class Walk {

    private static final List<String> PUBLIC = List.of(
            "/",
            "/sign-in",
            "/sign-in/sms",
            "/help",
            "/dev/ui",
            "/stations",
            "/deadline",
            "/calendar",
            "/services",
            "/interfaces",
            "/check",
            "/notices",
            "/open-books",
            "/privacy");

    /** The first of the list is the administrator's own, with which nothing may be done. */
    private static final String ACCOUNTS = "/accounts/";

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
            "/aids",
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
            "/calendar/load");

    /** Records whose own screens, such as 更正, are opened too. */
    private static final List<String> RECORDS =
            List.of("/visits/", "/persons/", "/units/0", "/funds/0", "/policy/", ACCOUNTS, "/trail/heads");

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
            var page = context.newPage();
            PUBLIC.forEach(path -> open(page, path, stop));
        }
        for (var persona : personas.values()) {
            try (var context = chromium.open(device)) {
                var page = Chromium.signIn(context, persona);
                for (var path : links(page, "nav")) {
                    open(page, path, stop);
                    followOn(page, path, stop);
                }
                open(page, "/messages", stop);
                open(page, "/messages/settings" + (persona.username().equals("laobing") ? "#declined" : ""), stop);
                open(page, "/account", stop);
                if (links(page, "main").contains(DELEGATIONS)) {
                    open(page, DELEGATIONS, stop);
                }
                open(page, "/second-factor", stop);
            }
        }
    }

    private void followOn(Page page, String from, Stop stop) {
        if (!page.url().endsWith(from)) {
            page.navigate(from);
        }
        var links = links(page, "main");
        for (var start : BEHIND) {
            var such = links.stream().filter(path -> path.startsWith(start) && !path.contains("."));
            (start.equals(ACCOUNTS) ? such.reduce((first, last) -> last) : such.findFirst()).ifPresent(path -> {
                open(page, path, stop);
                if (RECORDS.stream().anyMatch(path::startsWith)) {
                    links(page, "main").stream()
                            .filter(next ->
                                    !next.contains(".") && (next.startsWith(path + "/") || next.startsWith("/staff/")))
                            .forEach(next -> open(page, next, stop));
                }
            });
        }
    }

    private void open(Page page, String path, Stop stop) {
        if (seen.add(template(path)) && page.navigate(path).ok()) {
            stop.at(page, template(path).replaceAll("[^\\w{}-]+", "_"));
        }
    }

    /** The address without what differs from record to record. */
    private static String template(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}|\\d{12}", "x");
    }

    private static List<String> links(Page page, String inside) {
        return page.locator(inside + " a[href^='/']").all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .distinct()
                .toList();
    }
}
