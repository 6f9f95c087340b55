package org.rongyi.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.Personas;

/**
 * The machine's own browser. It talks to the program under test and to nobody else. It is started once for all tests of a JVM, which
 * takes seconds; who closes this closes what he opened, and leaves nothing to the next.
 */
final class Chromium implements AutoCloseable {

    /** The shell has no window to draw and takes a third of the time. */
    private static final Path PROGRAM = Stream.of("chromium-headless-shell", "chromium")
            .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no chromium: ./rongyi test installs one"));

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static @Nullable Browser running;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final String address;
    private Consumer<BrowserContext> watcher = context -> {};

    Chromium(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** What somebody holds in the hand or has on the desk. */
    enum Device {
        PHONE(390, 844, true, true),
        PHONE_WITHOUT_SCRIPTS(390, 844, true, false),
        DESKTOP(1440, 900, false, true);

        private final int width;
        private final int height;
        private final boolean touch;
        private final boolean scripts;

        Device(int width, int height, boolean touch, boolean scripts) {
            this.width = width;
            this.height = height;
            this.touch = touch;
            this.scripts = scripts;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    /** Somebody who looks at each context from its beginning. */
    void whenOpened(Consumer<BrowserContext> watcher) {
        this.watcher = watcher;
    }

    String address() {
        return address;
    }

    BrowserContext open(Device device) {
        var context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(device.width, device.height)
                        .setHasTouch(device.touch)
                        .setIsMobile(device.touch)
                        .setJavaScriptEnabled(device.scripts));
        opened.add(context);
        watcher.accept(context);
        return context;
    }

    Page signIn(Device device, Personas.Entry persona) {
        var context = open(device);
        return device.scripts ? signIn(context, persona) : byItsForm(context, persona);
    }

    /** As its form does it, without loading the form: two hundred pages that say the same. Who has no scripts fills it in. */
    static Page signIn(BrowserContext context, Personas.Entry persona) {
        var answer = send(context.request(), persona, 0);
        if (answer.status() != 303) {
            throw new AssertionError(persona.username() + " could not sign in: " + answer.status());
        }
        var page = context.newPage();
        page.navigate(answer.headers().get("location"));
        return page;
    }

    private static Page byItsForm(BrowserContext context, Personas.Entry persona) {
        var page = context.newPage();
        page.navigate("/sign-in");
        page.fill("input[name=username]", persona.username());
        page.fill("input[name=password]", persona.password());
        press(page, "登录");
        return page;
    }

    /** By the same form, without looking at it; answers the page that follows. */
    static String signIn(APIRequestContext browser, Personas.Entry persona) {
        return send(browser, persona, 20).text();
    }

    private static APIResponse send(APIRequestContext browser, Personas.Entry persona, int redirects) {
        var token = CSRF.matcher(browser.get("/sign-in").text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var form = FormData.create()
                .set("_csrf", token)
                .set("username", persona.username())
                .set("password", persona.password());
        return browser.post("/sign-in", RequestOptions.create().setForm(form).setMaxRedirects(redirects));
    }

    static void press(Page page, String button) {
        arrive(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    static void follow(Page page, String link) {
        arrive(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first());
    }

    /** Clicks, and waits until the page that follows is there to its end: the click itself waits only for its beginning. */
    static void arrive(Locator link) {
        link.click();
        link.page().waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** What stands in the way of people with disabilities, one line each. */
    static List<String> barriers(Page page) {
        var violationsAlone = new AxeRunOptions();
        violationsAlone.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violationsAlone).setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getHtml()))
                        .toList();
    }

    /** A new one where the last has died. */
    private static Browser browser() {
        var browser = running;
        if (browser == null || !browser.isConnected()) {
            browser = start();
            running = browser;
        }
        return browser;
    }

    private static Browser start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @Override
    public void close() {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }
}
