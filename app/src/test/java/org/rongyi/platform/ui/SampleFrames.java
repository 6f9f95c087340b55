package org.rongyi.platform.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Frames as they would come from a signed-in clerk and from a visitor. */
public final class SampleFrames {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private SampleFrames() {}

    public static Frame visitor() {
        return new Frame(
                null,
                List.of(),
                List.of(),
                List.of(),
                new Frame.Csrf("_csrf", "t0ken"),
                false,
                null,
                "/dev/ui",
                List.of(),
                TODAY);
    }

    public static Frame clerk() {
        return visitor()
                .signedIn(
                        new Frame.User("陈秀英", "站务员", "四会市黄田镇燕崀村退役军人服务站"),
                        List.of(
                                new Frame.Post(new UUID(0, 1), "黄田镇燕崀村退役军人服务站 · 站务员", true),
                                new Frame.Post(new UUID(0, 2), "四会市退役军人服务中心 · 业务干部", false)))
                .withMenu(List.of(
                        new Frame.Item("今日", "/", Icon.HOME, false),
                        new Frame.Item("走访", "/dev/ui", Icon.VISIT, true),
                        new Frame.Item("人员", "/people", Icon.PEOPLE, false),
                        new Frame.Item("数字", "/figures", Icon.CHART, false),
                        new Frame.Item("服务站", "/stations", Icon.STATION, false),
                        new Frame.Item("导入导出", "/imports", Icon.UPLOAD, false)))
                .withBanners(List.of("演示数据：人员与事迹均为虚构，请勿录入真实信息"));
    }

    public static Frame elder(Frame frame) {
        return new Frame(
                frame.user(),
                frame.posts(),
                frame.menu(),
                frame.banners(),
                frame.csrf(),
                true,
                Flash.success("已登记对陈志强的走访。"),
                frame.path(),
                frame.proposed(),
                frame.today());
    }
}
