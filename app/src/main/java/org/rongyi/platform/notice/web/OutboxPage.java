package org.rongyi.platform.notice.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.OutboxList;
import org.rongyi.platform.notice.Templates;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/** 发件箱. */
public record OutboxPage(
        List<OutboxList.Row> rows,
        OutboxList.Counts counts,
        OutboxList.Which which,
        @Nullable Channel channel,
        boolean mailOn,
        boolean smsOn,
        Templates templates,
        @Nullable String next)
        implements Page {

    static final List<String> HEADERS = List.of("收件人", "消息", "类别", "渠道", "排上时间", "了结时间、下次发送", "试过（次）", "原因");

    @Override
    public String title() {
        return "发件箱";
    }

    public String lead() {
        return "等待 " + Words.number(counts.waiting()) + " 件（其中没发成、等着再试 " + Words.number(counts.retrying()) + " 件），已停发 "
                + Words.number(counts.givenUp()) + " 件";
    }

    /** In plain words, for whoever wonders why nothing leaves. */
    public @Nullable String channels() {
        if (mailOn && smsOn) {
            return null;
        }
        if (!mailOn && !smsOn) {
            return "电子邮件和短信都没有开通，消息只在系统里看得到。开通要在服务器上设置 rongyi.notice.mail 和 rongyi.notice.sms，再重新启动。";
        }
        return mailOn
                ? "短信没有开通，退役军人的消息只在系统里看得到。开通要在服务器上设置 rongyi.notice.sms，再重新启动。"
                : "电子邮件没有开通，工作人员的消息只在系统里看得到。开通要在服务器上设置 rongyi.notice.mail，再重新启动。";
    }

    public String titleOf(OutboxList.Row row) {
        return title(row, templates);
    }

    private static String title(OutboxList.Row row, Templates templates) {
        return templates.find(row.template()).map(one -> one.title()).orElse(row.template());
    }

    /** When it comes to its turn, or when it was done with. */
    public String when(OutboxList.Row row) {
        return moment(row);
    }

    private static String moment(OutboxList.Row row) {
        return row.doneAt() == null
                ? Words.moment(row.dueAt().toInstant()) + "起"
                : Words.moment(row.doneAt().toInstant());
    }

    public boolean mayBeSentAgain() {
        return which == OutboxList.Which.GIVEN_UP;
    }

    public List<Option> states() {
        return Arrays.stream(OutboxList.Which.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public List<Option> channelOptions() {
        return Arrays.stream(Channel.values())
                .filter(Channel::isOutside)
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    private String address(String path) {
        return path + "?which=" + which + (channel == null ? "" : "&channel=" + channel);
    }

    public String export() {
        return address("/outbox/export.xlsx");
    }

    /** The address of the next page; none on the last. */
    public @Nullable String nextPath() {
        return next == null ? null : address("/outbox") + "&after=" + next;
    }

    static List<? extends @Nullable Object> cells(OutboxList.Row row, Templates templates) {
        return Arrays.asList(
                row.shownAs(),
                title(row, templates),
                row.kind().zh(),
                row.channel().zh(),
                Words.moment(row.createdAt().toInstant()),
                moment(row),
                row.attempts(),
                row.trouble());
    }

    /** The filter in words. */
    static Conditions said(OutboxList.Which which, @Nullable Channel channel) {
        return new Conditions().and("情况", which.zh()).and("渠道", channel == null ? "" : channel.zh());
    }
}
