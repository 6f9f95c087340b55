package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("现场照片")
class VisitPhotoTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("本村和上级看得到，邻村没有找到")
    void whoSeesTheVisitSeesItsPhoto() throws IOException {
        var personas = TestCounty.ensure(program);
        var clerk = TestCounty.office(program, "cun");
        var person = transactions.read(
                clerk,
                () -> jdbc.sql("select person_id from visit.contact limit 1")
                        .query(UUID.class)
                        .single());
        var jpeg = jpeg();
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.HELP),
                "",
                "",
                List.of());
        var outcome = acts.perform(
                clerk,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(clerk), content, List.of(new VisitPhotos.Picture(jpeg, jpeg)), false, true));
        var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
        var path = "/visits/" + visit + "/photos/1";
        HttpResponse<String> own = Browser.signedIn(port, personas.get("cun")).get(path);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).contains("image/jpeg");
        var neighbour = Browser.signedIn(port, personas.get("cun2"));
        assertThat(neighbour.get(path).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(path + "/thumbnail").statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(port, personas.get("sheng"))
                        .get("/visits/" + visit)
                        .body())
                .contains(path + "/thumbnail");
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
