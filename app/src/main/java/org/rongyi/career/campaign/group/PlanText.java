package org.rongyi.career.campaign.group;

import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;

/** 方案全文: the approved rules as plain text, one line each; its SM3 is the digest that is public from the approval on. */
public final class PlanText {

    private PlanText() {}

    public static String of(CampaignRecord one) {
        CampaignPlan plan = one.plan();
        return String.join(
                        "\n",
                        "campaign: " + one.number(),
                        "title: " + plan.title(),
                        "office: " + one.unitName(),
                        "ways: " + plan.ways().stream().map(Way::code).collect(Collectors.joining(", ")),
                        "priority: " + plan.priority().code(),
                        "ties: " + plan.ties().stream().map(Tie::code).collect(Collectors.joining(", ")),
                        "wishes: " + plan.least() + " to " + plan.most(),
                        "notice working days: " + plan.noticeDays(),
                        "wishes open: " + plan.opens(),
                        "wishes close: " + plan.closes(),
                        "sources:\n"
                                + plan.sources().stream()
                                        .map(source -> "  " + source)
                                        .collect(Collectors.joining("\n")),
                        "silent source: " + plan.silent())
                + "\n";
    }

    /** SM3 in hex. */
    public static String digest(CampaignRecord one) {
        var bytes = of(one).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return java.util.HexFormat.of().formatHex(out);
    }
}
