package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.audit.HeadLine;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.QrCode;

/** 链头 of a day, to be printed and kept by somebody who does not run the machine. */
public record HeadPage(HeadLine head, String unit, boolean today) implements Page {

    private static final int GROUP = 8;

    @Override
    public String title() {
        return "留痕链头 " + Words.day(head.day());
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("留痕查询", "/trail"), new Crumb("每日链头", "/trail/heads"));
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("单位", unit),
                Fact.of("日期", Words.day(head.day())),
                Fact.of("批号", Long.toString(head.batch())),
                Fact.of("序号至", Long.toString(head.seq())),
                Fact.of("链头", grouped(head.head())),
                Fact.of("签名密钥", grouped(head.key())),
                Fact.of("签名", grouped(head.signature())));
    }

    /** The whole line, for whoever scans it. */
    public QrCode code() {
        return QrCode.of("二维码，内容是这一天的链头", head.text());
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", " ");
    }
}
