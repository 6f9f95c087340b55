package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.Browser;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Ids;

/** Somebody with his own phone, signed in, who looks until his turn is over, and does in it what becomes of him. */
final class Participant {

    private static final Pattern OPTION = Pattern.compile("name=\"post\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern OWN_END = Pattern.compile("您选定了：[^<]+|您这一轮：[^<]+");
    private static final Pattern AHEAD = Pattern.compile("前面还有 (\\d+) 人");
    private static final String OWN_TURN = "<h2>轮到您选</h2>";
    private static final int TAKEN = 303;
    private static final int REFUSED = 422;
    private static final int NEAR = 12;
    private static final double MOST = 0.7;

    /** What becomes of somebody. */
    enum Fate {
        /** Does not wait to be called: presses for the first post again and again. */
        CHOOSES,
        /** His line breaks when all is sent; he sends it again. */
        HANGS_UP,
        /** His line breaks while he sends; he sends it again. */
        HALF_SENT,
        /** Sends, and the program falls down before it answers; he sends it again to the next one. */
        CUT_OFF,
        GIVES_UP,
        /** Presses while who acts for him chooses at the window. */
        AT_WINDOW,
        /** Was absent when the roll was called; the program falls down in his turn, and he comes when it is back. */
        COMES,
        /** Was absent, and does not come. */
        STAYS_AWAY
    }

    /** Somebody's account, before he signs in. */
    record Invited(int position, UUID candidate, String pseudonym, Personas.Entry account) {}

    /**
     * @param took the post he was told is his; null for none
     * @param said what his page said at the end
     */
    record End(Invited who, Fate fate, @Nullable UUID took, String said) {}

    private final Hall hall;
    private final Invited who;
    private final Fate fate;
    /** How often the program has fallen down when his turn is over, where that is in it. */
    private final int falls;

    private final UUID popular;
    private final Window window;
    private final Browser browser;
    private final String path;
    private int taken;
    private @Nullable UUID took;

    Participant(Hall hall, Invited who, Fate fate, int falls, UUID popular, Window window) {
        this.hall = hall;
        this.who = who;
        this.fate = fate;
        this.falls = falls;
        this.popular = popular;
        this.window = window;
        this.browser = new Browser(hall.port);
        this.path = "/me/campaigns/" + hall.campaign + "/live";
        var form = Map.of(
                "username", who.account().username(), "password", who.account().password());
        assertThat(hall.answer(() -> browser.post("/sign-in", form)).statusCode())
                .as("%s 登录", who)
                .isEqualTo(TAKEN);
    }

    /** Until his turn is over. */
    End takesPart() {
        while (true) {
            var page = look();
            var end = OWN_END.matcher(page);
            if (end.find()) {
                assertThat(taken).as("%s 说成了几次", who).isEqualTo(fate == Fate.STAYS_AWAY ? 0 : 1);
                return new End(who, fate, took, end.group().strip());
            }
            if (page.contains(OWN_TURN)) {
                acts(page);
            } else if (fate == Fate.CHOOSES) {
                took(popular, send(form(popular)));
            }
            hall.awaitNews(ahead(page) < NEAR);
        }
    }

    private static int ahead(String page) {
        var found = AHEAD.matcher(page);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private String look() {
        var answer = hall.answer(() -> browser.get(path));
        assertThat(answer.statusCode()).as("%s 看不到自己的一页", who).isEqualTo(200);
        return answer.body();
    }

    private void acts(String page) {
        var options = OPTION.matcher(page).results().map(one -> one.group(1)).toList();
        if (fate == Fate.STAYS_AWAY) {
            return;
        }
        if (fate == Fate.GIVES_UP || options.isEmpty()) {
            took(null, send(form(null)));
            return;
        }
        var post = UUID.fromString(options.getFirst());
        var form = form(post);
        switch (fate) {
            case HANGS_UP -> browser.postAndHangUp(path, form, 1);
            case HALF_SENT -> browser.postAndHangUp(path, form, MOST);
            case CUT_OFF -> {
                browser.postAndHangUp(path, form, 1);
                hall.isCutOff();
                hall.awaitFall(falls);
            }
            case COMES -> {
                hall.awaitFall(falls);
                var here = browser.withToken(Map.of("_command", Ids.next().toString()));
                assertThat(hall.answer(() -> browser.postAsIs(path + "/here", here))
                                .statusCode())
                        .isEqualTo(TAKEN);
            }
            case AT_WINDOW -> {
                atOnce(post, form);
                return;
            }
            default -> {}
        }
        took(post, send(form));
    }

    /** He himself and who acts for him, for the same seat: one of them gets it. */
    private void atOnce(UUID post, Map<String, String> form) {
        var other = CompletableFuture.supplyAsync(() -> window.choose(who.candidate(), post));
        int himself = send(form).statusCode();
        int atWindow = other.join();
        assertThat(Stream.of(himself, atWindow).filter(status -> status == TAKEN))
                .as("%s 本人和窗口同时选", who)
                .hasSize(1);
        taken++;
        took = post;
    }

    private void took(@Nullable UUID post, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s：%s", who, answer.body()).isIn(TAKEN, REFUSED);
        if (answer.statusCode() == TAKEN) {
            taken++;
            took = post;
        }
    }

    private HttpResponse<String> send(Map<String, String> form) {
        return hall.answer(() -> browser.postAsIs(path, form));
    }

    /** Under an id of its own: sent again, it is the same command. */
    private Map<String, String> form(@Nullable UUID post) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("_command", Ids.next().toString());
        fields.put("act", post == null ? "pass" : "choose");
        Optional.ofNullable(post).ifPresent(one -> fields.put("post", one.toString()));
        return browser.withToken(fields);
    }

    /** The officer's table. */
    static final class Window {

        private final Hall hall;
        private final Browser officer;
        private final String path;
        private final String post;

        Window(Hall hall, Personas.Entry officer) {
            this.hall = hall;
            this.officer = Browser.signedIn(hall.port, officer);
            this.path = "/campaigns/" + hall.campaign + "/live";
            this.post = this.officer.postOf(path);
        }

        /** By who was sent with a paper. Answers the status. */
        int choose(UUID candidate, UUID wanted) {
            return send(
                    path + "/window",
                    "candidate=" + candidate,
                    "post=" + wanted,
                    "act=choose",
                    "words=" + written("受托人到场，委托书 2026-12 号"));
        }

        /** The names of these are called, and none of them answers. */
        int absent(List<UUID> candidates) {
            var fields = new ArrayList<>(List.of("rollWords=" + written("主持席点名三遍，纪检席见证")));
            candidates.forEach(one -> fields.addAll(List.of("called=" + one, "absent=" + one)));
            return send(path + "/roll", fields.toArray(String[]::new));
        }

        /** Once everybody has had his turn. */
        int run() {
            return send("/campaigns/" + hall.campaign + "/result/run");
        }

        /** One after the other, as there is one table. */
        private synchronized int send(String where, String... fields) {
            var form = String.join("&", fields) + "&_command=" + Ids.next() + "&_post=" + post;
            return hall.answer(() -> officer.postRaw(where, form)).statusCode();
        }

        private static String written(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
