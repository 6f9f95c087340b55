package org.rongyi.platform.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.platform.access.client.Caller.Said;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("接口用户：登记、批准、发密钥；伪造、篡改、重放、越权、超次数一律进不来，每次都有留痕")
class ClientDoorTest {

    private static final Pattern KEY = Pattern.compile("<p class=\"code\">([\\w-]{40,})</p>");
    private static final String STATIONS = "/public/stations.json?q=%E7%AB%99";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Clients clients;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Actor.Office system;
    private Actor.Office security;
    private Actor.Office village;

    @BeforeEach
    void county() {
        everything.sql("delete from access.attempt").update();
        system = TestCounty.office(program, "admin");
        security = TestCounty.office(program, "anquan");
        village = TestCounty.office(program, "cun");
    }

    @Test
    @DisplayName("页面上：系统管理员登记，安全管理员批准，登记的人批准不了；批准前发不了密钥；密钥只显示一次；最近使用看得到")
    void fromTheRegistrationToTheFirstCall() {
        var form = Map.of(
                "name", "省政务服务网",
                "contact", "省政数局，王五，020-83130000",
                "purpose", "在网上查办件进度",
                "territory", village.unitCode().at(Level.PROVINCE).toString(),
                "grants", "CASE_STATE",
                "perMinute", "60",
                "perDay", "1000");
        var answer = act("admin", "/clients", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        var path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(act("admin", path + "/key", Map.of()).statusCode()).isEqualTo(303);
        assertThat(act("admin", path + "/approval", Map.of()).statusCode()).isEqualTo(403);
        assertThat(act("anquan", path + "/key", Map.of()).statusCode()).isEqualTo(403);
        assertThat(act("anquan", path + "/approval", Map.of()).statusCode()).isEqualTo(303);
        var shown = KEY.matcher(act("admin", path + "/key", Map.of()).body());
        assertThat(shown.find()).isTrue();
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var keyId = client(id).keyId();
        assertThat(at("admin").get(path).body()).contains("没有来过", keyId).doesNotContain(shown.group(1));
        var caller = new Caller(port, keyId, shown.group(1));
        assertThat(ask(caller, "/api/v1/cases/no-such-case.json").statusCode()).isEqualTo(404);
        assertThat(at("anquan").get(path).body()).doesNotContain("没有来过");
        assertThat(act("anquan", path + "/revocation", Map.of("reason", "")).body())
                .contains("请写明为什么停用");
        assertThat(act("anquan", path + "/revocation", Map.of("reason", "合作到期")).statusCode())
                .isEqualTo(303);
        assertThat(ask(caller, "/api/v1/cases/no-such-case.json").statusCode()).isEqualTo(401);
        assertThat(at("admin").get(path).body()).contains("合作到期", "已收回");
    }

    @Test
    @DisplayName("登记了，批准的人有消息；批准了、停用了，管这个地区的单位的管理员都有消息，没有管理员的告诉负责人")
    void whoseTerritoryItIsIsTold() {
        var name = "某市办事网" + Ids.next();
        var form = Map.of(
                "name", name,
                "contact", "某市政数局，王五，020-83130000",
                "purpose", "查办件进度",
                "territory", village.unitCode().at(Level.COUNTY).toString(),
                "grants", "CASE_STATE",
                "perMinute", "60",
                "perDay", "1000");
        var path =
                act("admin", "/clients", form).headers().firstValue("Location").orElseThrow();
        assertThat(told(name, "client.waiting")).contains("安全管理员");
        var concerned = told(name, "client.registered");
        assertThat(concerned).containsAnyOf("负责人", "系统管理员", "安全管理员").doesNotContain("站务员");
        act("anquan", path + "/approval", Map.of());
        assertThat(told(name, "client.approved")).isEqualTo(concerned);
        act("anquan", path + "/revocation", Map.of("reason", "合作到期"));
        assertThat(told(name, "client.revoked")).isEqualTo(concerned);
    }

    /** The roles of those who were told. */
    private List<String> told(String client, String template) {
        return everything
                .sql("""
                        select distinct p.role
                        from notice.message m
                        join access.post p on p.account_id = m.account_id
                        where m.template = :template and m.body like :client
                        """)
                .param("template", template)
                .param("client", "%" + client + "%")
                .query(String.class)
                .list()
                .stream()
                .map(role -> Role.valueOf(role).zh())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("两种算法签的都认；换了密钥、改了方法、路径、查询串、时间、随机数，或用别人的密钥编号，都是 401")
    void aForgedSignatureOpensNothing() {
        var caller = caller(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 600);
        var now = now();
        assertThat(caller.ask(STATIONS, Caller.get(STATIONS, now)).statusCode()).isEqualTo(200);
        assertThat(caller.ask(STATIONS, Caller.get(STATIONS, now).by("hmac-sha256"))
                        .statusCode())
                .isEqualTo(200);
        var said = Caller.get(STATIONS, now);
        for (var lie : new Said[] {
            said.withPath("/public/deadline.json"), said.withQuery("q=x"), said.withMethod("POST"),
        }) {
            wrong(caller.ask(STATIONS, lie), "签名不对");
        }
        var signature = "sig1=:" + caller.sign(said) + ":";
        wrong(caller.send(STATIONS, "sig1=" + caller.params(said.at(now - 1)), signature), "签名不对");
        wrong(caller.send(STATIONS, "sig1=" + caller.params(said.withNonce("another-nonce-0001")), signature), "签名不对");
        wrong(caller.send(STATIONS, "sig1=" + caller.params(said.by("hmac-sha256")), signature), "签名不对");
        var other = caller(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 600);
        wrong(other.send(STATIONS, "sig1=" + caller.params(said), "sig1=:" + other.sign(said) + ":"), "签名不对");
        wrong(new Caller(port, "rk-unknown", "x".repeat(43)).ask(STATIONS, said), "签名不对");
        assertThat(caller.ask(STATIONS, said).statusCode())
                .as("the honest one still counts")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("写得不合规矩的请求头：少一项、多一项、重复、别的覆盖范围、太短的随机数、不认识的算法，都是 401")
    void whatIsNotWrittenAsAgreedIsRefused() {
        var caller = caller(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 600);
        var said = Caller.get(STATIONS, now());
        var params = caller.params(said);
        var signature = "sig1=:" + caller.sign(said) + ":";
        for (var input : new String[] {
            "sig1=" + params.replace(";alg=\"hmac-sm3\"", ""),
            "sig1=" + params + ";expires=1",
            "sig1=" + params + ";nonce=\"" + said.nonce() + "\"",
            "sig1=" + params.replace("\"@method\" ", ""),
            "sig1=" + params.replace("\"@query\"", "\"@query\" \"date\""),
            "sig1=" + params.replace("hmac-sm3", "none"),
            "sig1=" + params.replace(said.nonce(), "short"),
            "sig2=" + params,
            "sig1=" + params + ", sig2=" + params,
            "sig1=" + params.replace("created=", "created=\"1\";x="),
        }) {
            assertThat(caller.send(STATIONS, input, signature).statusCode())
                    .as(input)
                    .isEqualTo(401);
        }
        assertThat(caller.send(STATIONS, "sig1=" + params, "sig1=:###:").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("同一个请求原样再发一次：401；时间与服务器差过五分钟，早了晚了都是 401，告诉服务器现在几点")
    void aRequestCountsOnceAndNow() {
        var caller = caller(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 600);
        var said = Caller.get(STATIONS, now());
        assertThat(caller.ask(STATIONS, said).statusCode()).isEqualTo(200);
        wrong(caller.ask(STATIONS, said), "换一个");
        wrong(caller.ask(STATIONS, Caller.get(STATIONS, now() - 330)), "服务器现在是");
        wrong(caller.ask(STATIONS, Caller.get(STATIONS, now() + 330)), "服务器现在是");
    }

    @Test
    @DisplayName("没有授权的接口 403；授权地区以外的数据 403；地区以外的办件与没有一样；不签名的 401，登录着的人也不行")
    void nobodyCrossesItsScope() {
        var number = caseOf("cun");
        var elsewhere = caseOf("cun2");
        var caller = caller(village.unitCode(), Set.of(ClientScope.CASE_STATE), 600);
        var found = ask(caller, "/api/v1/cases/" + number + ".json");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("更正个人信息", "待受理", number).doesNotContain("personName", "subject");
        assertThat(ask(caller, "/api/v1/cases/" + elsewhere + ".json").statusCode())
                .isEqualTo(404);
        var town = village.unitCode().at(Level.TOWN);
        var query = "/api/v1/figures.json?period=2026&unit=";
        assertThat(ask(caller, query + town).statusCode()).isEqualTo(403);
        var counting = caller(town, Set.of(ClientScope.FIGURES), 600);
        var figures = ask(counting, query + town);
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body()).contains(village.unitCode().toString()).doesNotContain("withheld");
        assertThat(ask(counting, query + village.unitCode().at(Level.COUNTY)).statusCode())
                .isEqualTo(403);
        assertThat(ask(counting, "/api/v1/cases/" + number + ".json").statusCode())
                .isEqualTo(403);
        assertThat(ask(counting, STATIONS).statusCode()).as("anybody may").isEqualTo(200);
        var visitor = new Browser(port).get("/api/v1/cases/" + number + ".json");
        assertThat(visitor.statusCode()).isEqualTo(401);
        assertThat(visitor.headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
        assertThat(at("sheng").get("/api/v1/cases/" + number + ".json").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("签了名的也可能填得不怀好意：哪个参数填什么都不出错")
    void aSignedRequestMayBeHostileToo() {
        var town = village.unitCode().at(Level.TOWN);
        var caller = caller(town, Set.of(ClientScope.FIGURES, ClientScope.CASE_STATE), 600);
        for (var value :
                new String[] {"%27", "%25", "%3Cscript%3E", "99999999999999999999", "-1", "a%27_b", "%5B%5D"}) {
            for (var target : new String[] {
                "/api/v1/figures.json?period=2021&unit=" + value,
                "/api/v1/figures.json?unit=" + town + "&period=" + value,
                "/api/v1/figures.json?unit=" + town + "&period=2021&asOf=" + value,
                "/api/v1/figures.json?unit=" + town + "&period=2021&kind=" + value,
                "/api/v1/cases/" + value + ".json",
            }) {
                var answer = ask(caller, target);
                assertThat(answer.statusCode()).as(target).isIn(400, 404);
                assertThat(answer.body()).doesNotContain("<script>", "Exception");
            }
        }
    }

    @Test
    @DisplayName("一次办理只发一把密钥：同一张表再交，隔了一次换发再交，都不再换，正用着的照样能用")
    void oneGrantGivesOneKey() {
        var id = register(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 60);
        var first = CommandId.fresh(system);
        assertThat(newKey(id, first)).isPresent();
        assertThat(newKey(id, first)).isEmpty();
        var used = new Caller(port, client(id).keyId(), newKey(id));
        assertThat(newKey(id, first)).isEmpty();
        assertThat(ask(used, STATIONS).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("超过约定的次数：429，写明等多久；换发密钥后旧密钥失效；每次调用都以接口用户之名留痕")
    void asOftenAsAgreed() {
        var id = register(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 3);
        var first = new Caller(port, client(id).keyId(), newKey(id));
        for (int i = 0; i < 3; i++) {
            assertThat(ask(first, STATIONS).statusCode()).isEqualTo(200);
        }
        var often = ask(first, STATIONS);
        assertThat(often.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(often.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        everything.sql("delete from access.attempt").update();
        var second = new Caller(port, client(id).keyId(), newKey(id));
        wrong(ask(first, STATIONS), "签名不对");
        assertThat(ask(second, STATIONS).statusCode()).isEqualTo(200);
        assertThat(everything.sql("""
                                select outcome from audit.trail
                                where subject = :id and act = 'CallInterface' and purpose = 'GET /public/stations.json'
                                order by at, id
                                """).param("id", id).query(String.class).list())
                .containsExactly("Answered", "Answered", "Answered", "TooMany", "BadSignature", "Answered");
        assertThat(everything
                        .sql("select distinct actor_name from audit.trail where subject = :id and outcome = 'Answered'")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("受测系统");
    }

    @Test
    @DisplayName("错误的签名按网络地址计数：试得太多就停，不再比对；库里没有密钥本身")
    void guessingIsCounted() {
        var id = register(village.unitCode(), Set.of(ClientScope.PUBLIC_DATA), 600);
        var key = newKey(id);
        var guess = new Caller(port, client(id).keyId(), "x".repeat(43));
        int tries = 0;
        while (tries < 400 && ask(guess, STATIONS).statusCode() == 401) {
            tries++;
        }
        assertThat(tries).isEqualTo(300);
        assertThat(ask(new Caller(port, client(id).keyId(), key), STATIONS).statusCode())
                .isEqualTo(429);
        everything.sql("delete from access.attempt").update();
        var sealed = everything
                .sql("select secret_sealed from access.client where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(key);
    }

    private static void wrong(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains(words).doesNotContain("Exception");
    }

    private HttpResponse<String> ask(Caller caller, String target) {
        return caller.ask(target, Caller.get(target, now()));
    }

    private Caller caller(DivisionCode territory, Set<ClientScope> grants, int perMinute) {
        var id = register(territory, grants, perMinute);
        return new Caller(port, client(id).keyId(), newKey(id));
    }

    private UUID register(DivisionCode territory, Set<ClientScope> grants, int perMinute) {
        var command = new RegisterClient.Command(
                CommandId.fresh(system), "受测系统", "某单位", "测试", territory, grants, perMinute, 10_000);
        var outcome = acts.perform(system, program.getBean(RegisterClient.class), command);
        var id = ((RegisterClient.Outcome.Registered) outcome).subject();
        assertThat(acts.perform(
                        security,
                        program.getBean(ApproveClient.class),
                        new ApproveClient.Command(CommandId.fresh(security), id)))
                .isEqualTo(new ApproveClient.Outcome.Approved(id));
        return id;
    }

    private String newKey(UUID id) {
        return newKey(id, CommandId.fresh(system)).orElseThrow();
    }

    private Optional<String> newKey(UUID id, CommandId grant) {
        assertThat(acts.perform(system, program.getBean(IssueClientKey.class), new IssueClientKey.Command(grant, id)))
                .isEqualTo(new IssueClientKey.Outcome.Granted(id));
        return transactions.write(system, () -> clients.newKey(id, grant.value()));
    }

    private Clients.Client client(UUID id) {
        return transactions.read(system, () -> clients.find(id)).orElseThrow();
    }

    /** The number of a case of somebody of the clerk's village. */
    private String caseOf(String persona) {
        var clerk = TestCounty.office(program, persona);
        var code = clerk.unitCode().value();
        var person = everything
                .sql("select person_id from visit.contact where code_now = :code and active order by 1 desc limit 1")
                .param("code", code)
                .query(UUID.class)
                .single();
        var request = new CorrectionRequest(null, null, "13800138000", null, null, null, "换了号码");
        acts.perform(
                clerk,
                program.getBean(AskCorrection.class),
                new AskCorrection.Command(CommandId.fresh(clerk), person, request, "本人到站口述"));
        return everything
                .sql(
                        "select number from approval.case_file where code_now = :code and state = 'RECEIVED' and service = 'CORRECTION' limit 1")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private HttpResponse<String> act(String persona, String path, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", TestCounty.office(program, persona).post().toString());
        return at(persona).post(path, form);
    }

    private Browser at(String persona) {
        return Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get(persona)));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
