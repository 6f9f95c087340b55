package org.rongyi.platform.approval.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("各项服务自己说谁能申请：说了只给谁办的，别的岗位在门口就答“不能办理”，什么也没读")
class NarrowServiceTest {

    private static final String SOMEBODY = "/persons/" + UUID.randomUUID() + "/narrow";
    private static final String SOME_CASE = "/cases/" + UUID.randomUUID() + "/narrow";

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private final Form form = new Form(null);
    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void opened() {
        personas = TestCounty.ensure(program);
        open(form);
    }

    private void open(Form form) {
        var transactions = program.getBean(Transactions.class);
        new ApplicationRoutes(mapping, program.getBean(ApplicationDesk.class), transactions, List.of(form))
                .afterSingletonsInstantiated();
    }

    @AfterEach
    void shut() {
        mapping.getHandlerMethods().keySet().stream()
                .filter(route -> route.getPatternValues().stream().anyMatch(path -> path.endsWith("/narrow")))
                .forEach(mapping::unregisterMapping);
    }

    @Test
    @DisplayName("只给镇街和省里办申请的：村、县和本人进不来，一样也没读；镇街、省里进得来")
    void whoMayAskIsTheActsWord() {
        for (var shut : List.of("cun", "xian")) {
            assertThat(answers(shut, SOMEBODY)).as(shut).containsExactly(403, 403);
        }
        assertThat(answers("laobing", "/me/narrow")).containsExactly(403, 403);
        assertThat(form.read).isZero();
        for (var open : List.of("zhen", "sheng")) {
            assertThat(answers(open, SOMEBODY)).as(open).startsWith(404).doesNotContain(403);
        }
        assertThat(form.read).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("补正另说：只给村里和本人补正的，镇街进不来")
    void whoMayMendIsTheOtherActsWord() {
        assertThat(answers("zhen", SOME_CASE)).containsExactly(403, 403);
        assertThat(form.read).isZero();
        for (var open : List.of("cun", "laobing")) {
            assertThat(answers(open, SOME_CASE)).as(open).startsWith(404).doesNotContain(403);
        }
    }

    @Test
    @DisplayName("有亲属代办的门、办理却不许亲属的，程序不启动")
    void familyIsSaidAlike() {
        var disagreeing = new Form(new Doors.Family("/kin/narrow", "打开申请表"));
        assertThatThrownBy(() -> open(disagreeing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disagree on family");
    }

    /** Of the form, and of what is sent with it. */
    private List<Integer> answers(String who, String path) {
        var browser = Browser.signedIn(port, personas.get(who));
        return List.of(
                browser.get(path).statusCode(), browser.post(path, Map.of()).statusCode());
    }

    /** Knows nobody, and counts how often it was asked. */
    private static final class Form implements ApplicationForm<Form.Nobody, Form.Nothing> {

        private final Doors doors;
        private int read;

        Form(Doors.@Nullable Family family) {
            doors = new Doors(
                    "NARROW",
                    "试办",
                    "/me/narrow",
                    family,
                    "/persons/{person}/narrow",
                    "/cases/{file}/narrow",
                    new Doors.Carried(Set.of(), Set.of()),
                    "",
                    "");
        }

        record Nobody(Whom whom) implements About {}

        record Nothing() implements Request {
            @Override
            public Optional<Applied> objection(java.time.LocalDate today) {
                return Optional.empty();
            }

            @Override
            public Optional<Secrets.Found> secret(Secrets secrets) {
                return Optional.empty();
            }
        }

        record Asked(CommandId id) implements Command {}

        @Allow(
                roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
                levels = {Level.TOWN, Level.PROVINCE})
        abstract static class Ask implements Act<Asked, Applied> {}

        @Allow(roles = Role.CLERK, levels = Level.VILLAGE, self = true)
        abstract static class Mend implements Act<Asked, Applied> {}

        @Override
        public Doors doors() {
            return doors;
        }

        @Override
        public Class<Ask> asking() {
            return Ask.class;
        }

        @Override
        public Class<Mend> mending() {
            return Mend.class;
        }

        @Override
        public Optional<Nobody> about(Actor actor, UUID person, Typed typed) {
            read++;
            return Optional.empty();
        }

        @Override
        public Optional<Nobody> ofCase(Actor actor, UUID file) {
            read++;
            return Optional.empty();
        }

        @Override
        public Typed begin(Nobody about) {
            throw new AssertionError("there is nobody");
        }

        @Override
        public Page page(Nobody about, Sheet sheet) {
            throw new AssertionError("there is nobody");
        }

        @Override
        public Optional<Nothing> read(Nobody about, Typed form, FieldErrors errors) {
            throw new AssertionError("there is nobody");
        }

        @Override
        public Filed<?> ask(Nobody about, Nothing request, Sent sent) {
            throw new AssertionError("there is nobody");
        }

        @Override
        public Filed<?> mend(UUID file, Nothing request, Sent sent) {
            throw new AssertionError("there is nobody");
        }
    }
}
