package org.rongyi.career.campaign.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.proof.AnyCampaign;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;

@DisplayName("个人凭单说成话：为什么、线在哪、怎样才会不一样，只说他自己的")
class SlipTest {

    @Test
    @DisplayName("各种办法的活动，每个人的凭单都读得出，结果、名次、志愿与运行的一样；每个没轮到的志愿都说了线和差几名；没有别人的代号")
    void everySlipIsPutIntoWords() {
        for (int seed = 1; seed <= 60; seed++) {
            var campaign = AnyCampaign.of(seed, 6);
            var result = CampaignRun.of(campaign);
            var titles = campaign.posts().stream().collect(Collectors.toMap(Campaign.Post::id, Campaign.Post::title));
            for (var one : result.placed()) {
                var slip = Slip.read(one.slip(), titles);
                assertThat(slip.candidate()).isEqualTo(one.candidate());
                assertThat(slip.rank()).isEqualTo(result.order().indexOf(one.candidate()) + 1);
                assertThat(slip.post()).isEqualTo(one.post());
                assertThat(slip.round()).isEqualTo(one.round());
                assertThat(slip.wish()).isEqualTo(one.wish());
                assertThat(slip.direct() != null).isEqualTo(one.round() == 0 && one.post() != null);
                assertThat(slip.wishes()).isEqualTo(wishes(campaign, one.candidate()));
                assertThat(slip.rounds()).allSatisfy(round -> round.lines().forEach(line -> assertLine(slip, line)));
                var words = slip.rounds().toString();
                campaign.candidates().stream()
                        .map(Campaign.Candidate::id)
                        .filter(id -> !id.equals(one.candidate()))
                        .forEach(id -> assertThat(words).doesNotContainPattern("\\b" + id + "\\b"));
            }
        }
    }

    private static void assertLine(Slip slip, Slip.Line line) {
        assertThat(line.why()).isNotBlank();
        if (line.why().endsWith("没有轮到")) {
            assertThat(line.change()).isNotBlank();
            var nearer = java.util.regex.Pattern.compile("到第 (\\d+) 名以内（再靠前 (\\d+) 名）")
                    .matcher(line.change());
            var rank = java.util.regex.Pattern.compile("您第 (\\d+) 名").matcher(line.why());
            if (nearer.find() && rank.find()) {
                assertThat(Integer.parseInt(nearer.group(1)) + Integer.parseInt(nearer.group(2)))
                        .isEqualTo(Integer.parseInt(rank.group(1)));
                assertThat(Integer.parseInt(nearer.group(2))).isPositive();
            }
        } else if (line.why().contains("轮到了")) {
            assertThat(slip.wish()).isEqualTo(line.wish());
        }
    }

    private static java.util.List<String> wishes(Campaign campaign, String candidate) {
        return campaign.candidates().stream()
                .filter(one -> one.id().equals(candidate))
                .findFirst()
                .orElseThrow()
                .wishes();
    }
}
