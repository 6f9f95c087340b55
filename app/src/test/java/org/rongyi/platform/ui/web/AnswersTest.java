package org.rongyi.platform.ui.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Assets;
import org.rongyi.platform.ui.Explained;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.FrameSource;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Menu;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.SampleFrames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

/** The page kit within Spring MVC, without the rest of the house. */
class AnswersTest {

    private static final AnnotationConfigWebApplicationContext CONTEXT = new AnnotationConfigWebApplicationContext();
    private static MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();

    @EnableWebMvc
    @ComponentScan("org.rongyi.platform.ui")
    static class House {

        @Bean
        Clock clock() {
            return Clock.fixed(SampleFrames.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }

        @Bean
        MenuEntry front() {
            return MenuEntry.forOffice("今日", "/", Icon.HOME, 1);
        }

        @Bean
        MenuEntry door() {
            return new MenuEntry("站点", "/rooms", Icon.STATION, 2, actor -> true);
        }

        @Bean
        FrameSource frames(Menu menu) {
            return request -> {
                if ("/broken-frame".equals(request.getRequestURI())) {
                    throw new IllegalStateException("the database is gone");
                }
                return Frame.visitor(request, SampleFrames.TODAY)
                        .withMenu(menu.itemsFor(new Actor.Visitor(), request.getRequestURI()));
            };
        }
    }

    @Controller
    static class Rooms {

        @GetMapping("/rooms/{number}")
        Page show(@PathVariable int number) {
            return new MessagePage(200, "房间" + number, "甲", "乙");
        }

        @PostMapping("/rooms")
        ResponseEntity<Page> store() {
            return Answer.seeOther("/rooms/1", Flash.success("已保存 <1> 间"));
        }

        @GetMapping({"/rooms/form", "/public/form"})
        ResponseEntity<Page> form() {
            return Answer.invalid(new MessagePage(422, "登记房间", "甲", "乙"));
        }

        @GetMapping({"/broken", "/broken-frame", "/public/broken", "/broken.json"})
        Page fail() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping({"/explained", "/public/explained"})
        Page explained() {
            throw new NotYet();
        }

        @GetMapping("/big")
        Page big() {
            throw new MaxUploadSizeExceededException(1);
        }
    }

    private static final class NotYet extends RuntimeException implements Explained {
        private static final long serialVersionUID = 1;

        @Override
        public MessagePage page() {
            return new MessagePage(422, "还不到时候", "那一年的安排还没有出来。", "请过些天再办。");
        }
    }

    @BeforeAll
    static void open() {
        CONTEXT.setServletContext(new MockServletContext());
        CONTEXT.register(House.class);
        CONTEXT.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(CONTEXT).build();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void aPageIsRenderedByTheTemplateBesideIt() throws Exception {
        mvc.perform(get("/rooms/7"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(containsString("<h1>房间7</h1>")));
    }

    @Test
    void aPageMayComeWithAStatusWhateverTheBrowserAccepts() throws Exception {
        for (var accept : new String[] {"text/html", "*/*", "application/json"}) {
            mvc.perform(get("/rooms/form").header("Accept", accept))
                    .andExpect(status().is(422))
                    .andExpect(header().stringValues("Content-Type", "text/html;charset=UTF-8"))
                    .andExpect(content().string(containsString("登记房间")));
        }
    }

    @Test
    void theNextPageSaysOnceWhatWasDone() throws Exception {
        var flash = mvc.perform(post("/rooms"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/rooms/1"))
                .andReturn()
                .getResponse()
                .getCookie("flash");
        mvc.perform(get("/rooms/1").cookie(Objects.requireNonNull(flash)))
                .andExpect(content().string(containsString("已保存 &lt;1&gt; 间")))
                .andExpect(cookie().maxAge("flash", 0));
        mvc.perform(get("/rooms/1").cookie(new Cookie("flash", "§")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("role=\"status\""))));
    }

    @Test
    void theMenuShowsOnlyOpenDoorsAndMarksTheOneTaken() throws Exception {
        mvc.perform(get("/rooms/7"))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/rooms\" aria-current=\"page\""),
                                not(containsString("<span>今日</span>")))));
    }

    @Test
    void elderModeIsRememberedAndSwitchedOff() throws Exception {
        mvc.perform(post("/ui/elder").param("on", "true").param("back", "/rooms/7?a=1"))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().value("elder", "1"))
                .andExpect(cookie().httpOnly("elder", true))
                .andExpect(header().string("Location", "/rooms/7?a=1"));
        mvc.perform(get("/rooms/7").cookie(new Cookie("elder", "1")))
                .andExpect(content().string(containsString("class=\"elder\"")));
        mvc.perform(post("/ui/elder").param("on", "false")).andExpect(cookie().maxAge("elder", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "a b", ""})
    void elderModeLeadsToNoOtherSite(String back) throws Exception {
        mvc.perform(post("/ui/elder").param("on", "true").param("back", back))
                .andExpect(header().string("Location", "/"));
    }

    @ParameterizedTest
    @CsvSource({"/nowhere,404,没有找到", "/rooms/x,400,请求看不懂", "/big,413,文件太大", "/rooms,405,不能这样打开", "/broken,500,系统出了问题"})
    void peopleGetAPageThatSaysWhatToDo(String path, int status, String title) throws Exception {
        mvc.perform(get(path).header("Accept", "text/html,*/*;q=0.8"))
                .andExpect(status().is(status))
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(containsString("<h1>" + title + "</h1>")))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/public/nowhere,404",
        "/api/v1/nowhere,404",
        "/nowhere.json,404",
        "/public/broken,500",
        "/broken.json,500"
    })
    void programsGetAProblemDocument(String path, int status) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(content().string(not(containsString("secret"))));
        mvc.perform(get("/nowhere").accept(MediaType.APPLICATION_JSON))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void whatExplainsItselfIsToldInItsOwnWords() throws Exception {
        mvc.perform(get("/explained"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("那一年的安排还没有出来。")));
        mvc.perform(get("/public/explained"))
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(containsString("还不到时候")));
    }

    @Test
    void aFailureShowsEvenWhenTheFrameIsWhatFailed() throws Exception {
        mvc.perform(get("/broken-frame"))
                .andExpect(status().is(500))
                .andExpect(content().string(containsString("系统出了问题")));
    }

    @Test
    void theServersOwnErrorsLookTheSame() throws Exception {
        mvc.perform(get("/error")
                        .requestAttr("jakarta.servlet.error.status_code", 403)
                        .requestAttr("jakarta.servlet.error.request_uri", "/people"))
                .andExpect(status().isForbidden())
                .andExpect(forwardedUrl(null))
                .andExpect(content().string(containsString("没有办理权限")));
    }

    @Test
    void theKitsFilesMayBeKeptForAYear() throws Exception {
        for (var file : new String[] {Assets.CSS, Assets.SCRIPT, Assets.HTMX, Assets.MARK}) {
            mvc.perform(get(URI.create(file)))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
        }
    }

    @Test
    void galleryAndHelpAreOpen() throws Exception {
        mvc.perform(get("/dev/ui")).andExpect(status().isOk());
        mvc.perform(get("/help")).andExpect(status().isOk());
    }
}
