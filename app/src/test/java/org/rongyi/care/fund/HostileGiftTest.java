package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.Hostile;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("红队：捐赠人、票据、意愿里写脚本、公式，捐赠、账簿、公开账目、导出都只当文字")
class HostileGiftTest extends FundOffice {

    @Autowired
    private ReceiveGift receive;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("公开账目不登录看")
    void whatWasTypedIsOnlyText() {
        var fund = fundOf(
                chief,
                new Fund.Charity(
                        Hostile.NAME,
                        "5144122333333333A" + org.rongyi.platform.kernel.CreditCode.checkCharacter("5144122333333333A"),
                        null,
                        null,
                        null));
        var outcome = acts.perform(
                officer,
                receive,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        new ReceiveGift.Giver(Gift.Donor.PERSON, Hostile.NAME, true, "13800138000", null),
                        "<script>redteam</script>",
                        null,
                        Money.ofYuan(100),
                        Hostile.WORDS,
                        new Lot.Terms(HARDSHIP, null, null),
                        today));
        var gift = ((ReceiveGift.Outcome.Received) outcome).subject();
        var clerk = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        assertThat(Hostile.shownAsText(
                        clerk,
                        "/funds",
                        "/funds/" + fund,
                        "/funds/" + fund + "/gifts",
                        "/gifts/" + gift,
                        "/funds/" + fund + "/entries"))
                .isGreaterThanOrEqualTo(3);
        Hostile.exportedAsText(clerk, "/funds/" + fund + "/entries/export.xlsx?year=" + today.getYear());
        assertThat(Hostile.shownAsText(new Browser(port), "/open-books", "/open-books/" + fund))
                .isGreaterThanOrEqualTo(1);
    }
}
