package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("谁看过我的档案：单位打开档案、走访、移交，各记一次，一天一次；打不开的不记")
class ReadingsTest extends TwoVillages {

    private static final String VISIT =
            "select v.id as record, a.person_id as person from visit.visit v join visit.attendee a on a.visit_id = v.id"
                    + " where v.code_now = :code order by 1 desc limit 1";

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("打开两次记一次；另一个人打开另记；邻村打不开，也没有记")
    void eachReaderOnceADay() {
        var personas = TestCounty.ensure(program);
        var person = register("被看的人");
        var path = "/persons/" + person;
        var clerk = Browser.signedIn(port, personas.get("cun"));
        assertThat(clerk.get(path).statusCode()).isEqualTo(200);
        assertThat(clerk.get(path).statusCode()).isEqualTo(200);
        assertThat(clerk.get(path + "/correct").statusCode()).isLessThan(500);
        assertThat(readings(person)).containsExactly("打开档案");
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(readings(person)).hasSize(1);
        Browser.signedIn(port, personas.get("zhen")).get(path);
        assertThat(readings(person)).containsExactly("打开档案", "打开档案");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(FoundByPerson.records(program, here, person)).as("按他的姓名查留痕").contains(request);
        Browser.signedIn(port, personas.get("cun2")).get("/handovers/" + request);
        assertThat(readings(person)).contains("查看移交");
    }

    @Test
    @DisplayName("走访记录打开了，被走访的人看得到")
    void visitsToo() {
        var personas = TestCounty.ensure(program);
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var visit = sample(VISIT);
        assertThat(clerk.get("/visits/" + visit.record()).statusCode()).isEqualTo(200);
        assertThat(readings(visit.person())).contains("打开走访记录");
    }

    @Test
    @DisplayName("登记走访的表写着他的住处和电话：打开了，还没有登记，他也看得到；邻村打不开，也没有记")
    void theFormOfAVisitToo() {
        var personas = TestCounty.ensure(program);
        var person = register("被填的人");
        var path = "/visits/new?person=" + person;
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(readings(person)).isEmpty();
        assertThat(Browser.signedIn(port, personas.get("cun")).get(path).statusCode())
                .isEqualTo(200);
        assertThat(readings(person)).containsExactly("打开档案");
    }

    @Test
    @DisplayName("网址里另外写上一个人：打开的不是他，他那里没有记；打开的是谁就记谁")
    void anAddressNamesNobodyElse() {
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        var opened = register("打开的人");
        var other = register("没打开的人");
        assertThat(clerk.get("/?person=" + other).statusCode()).isEqualTo(200);
        assertThat(clerk.get("/persons?person=" + other).statusCode()).isEqualTo(200);
        assertThat(clerk.get("/persons/" + opened + "?person=" + other).statusCode())
                .isEqualTo(200);
        var visit = sample(VISIT);
        assertThat(clerk.get("/visits/" + visit.record() + "?person=" + other).statusCode())
                .isEqualTo(200);
        assertThat(readings(other)).isEmpty();
        assertThat(readings(opened)).containsExactly("打开档案");
    }

    private record Sample(UUID record, UUID person) {}

    private Sample sample(String sql) {
        return everything
                .sql(sql)
                .param("code", here.unitCode().value())
                .query(Sample.class)
                .single();
    }

    private List<String> readings(UUID person) {
        return everything
                .sql("select purpose from audit.trail where subject = :id and act = 'ReadRecord'")
                .param("id", person)
                .query(String.class)
                .list();
    }
}
