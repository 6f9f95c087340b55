package org.rongyi.career.campaign.wish.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("封存和开启的页面：份额只出现一次，输错的指到第几组，从制作到开启走得通")
class CeremonyPageTest {

    private static final Pattern SHARE = Pattern.compile("<p class=\"code\">([0-9A-Z ]{77})</p>");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("三人取份额、各自核对，交来的志愿截止以后凭两份开启；别的局打不开这一页")
    void fromTheKeyToTheOpening() {
        var wishing = new Wishing(program, "页面上的封存").posts(2);
        var candidate = wishing.candidate("页面参加人", "60", 1);
        var path = "/campaigns/" + wishing.campaign + "/seal";
        var personas = TestCounty.ensure(program);
        var officer = Browser.signedIn(port, personas.get("xian"));

        assertThat(send(officer, path + "/key", Map.of("name1", "甲某")).body()).contains("请写明第 1 名保管人的单位");
        var form = new LinkedHashMap<>(trustees());
        form.put("_command", Ids.next().toString());
        assertThat(send(officer, path + "/key", form).statusCode()).isEqualTo(200);
        assertThat(send(officer, path + "/key", form).headers().firstValue("Location"))
                .as("又点了一次：三份只显示一次")
                .contains(path);
        assertThat(officer.get(path).body()).contains("三份只显示一次", "重新制作");
        var sheets = send(officer, path + "/key", trustees()).body();
        var shares =
                SHARE.matcher(sheets).results().map(found -> found.group(1)).toList();
        assertThat(shares).hasSize(3).doesNotHaveDuplicates();
        assertThat(officer.get(path).body())
                .contains("还没有核对")
                .doesNotContain(shares.get(0).substring(0, 20));

        var wrong = shares.get(0).substring(0, 12)
                + (shares.get(0).charAt(12) == '7' ? '8' : '7')
                + shares.get(0).substring(13);
        assertThat(send(officer, path + "/receipts", Map.of("share", wrong)).body())
                .contains("第 3 组抄错了")
                .doesNotContain(wrong);
        for (var share : shares) {
            assertThat(send(officer, path + "/receipts", Map.of("share", share)).statusCode())
                    .isEqualTo(303);
        }
        wishing.stage("WISHES", Duration.ofDays(1));
        wishing.made = new SealingKey.Made(wishing.key(), List.of());
        wishing.handIn(candidate, "A-2", "A-1");
        var two = Map.of("one", shares.get(2), "other", shares.get(0));
        assertThat(send(officer, path + "/opening", two).body()).contains("填报还没有截止，谁也不能开启");
        wishing.stage("WISHES", Duration.ofSeconds(-1));
        var his = "/campaigns/" + wishing.campaign + "/wishes/" + candidate.id();
        assertThat(officer.get(his + "?q=A-2").body())
                .contains("填报已经截止，志愿由两名保管人开启以后抽签", "name=\"q\"", "管理岗A-2")
                .doesNotContain("管理岗A-1");
        assertThat(send(officer, path + "/opening", two).statusCode()).isEqualTo(303);
        assertThat(officer.get(path).body()).contains("全部开启，每一份都与回执上的承诺相符", "丙某（市财政局）");
        assertThat(wishing.opened(wishing.gathering.officer))
                .singleElement()
                .satisfies(one -> assertThat(one.wishes()).containsExactly("A-2", "A-1"));
        assertThat(Browser.signedIn(port, personas.get("zhen")).get(path).statusCode())
                .isIn(403, 404);
    }

    private HttpResponse<String> send(Browser officer, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.putIfAbsent("_command", Ids.next().toString());
        form.put("_post", TestCounty.office(program, "xian").post().toString());
        return officer.post(path, form);
    }

    private static Map<String, String> trustees() {
        var form = new LinkedHashMap<String, String>();
        var bodies = List.of("市纪委监委", "市公证处", "市财政局");
        for (int i = 1; i <= 3; i++) {
            form.put("name" + i, "甲乙丙".charAt(i - 1) + "某");
            form.put("body" + i, bodies.get(i - 1));
        }
        return form;
    }
}
