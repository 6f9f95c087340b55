package org.rongyi.platform.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.StatutoryHolidays;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Years far ahead, each of one test, so that other tests see the calendar as it comes with the program. */
@RongyiTest
@DisplayName("载入放假安排：系统管理员照通知填写，核对后载入，另一位管理员确认后生效")
class LoadCalendarTest {

    private static final Actor.Office ADMINISTRATOR = Offices.ADMINISTRATOR;
    private static final Actor.Office CHECKER = Offices.of(Role.SECURITY_ADMIN, 440000000000L);
    private static final String DOCUMENT = "国办发明电〔2030〕7 号";

    private final Acts acts;
    private final LoadCalendar load;
    private final AgreeCalendar agree;
    private final RefuseCalendar refuse;
    private final WorkingDays days;
    private final JdbcClient everything;
    private final MockMvc web;

    @Autowired
    LoadCalendarTest(
            Acts acts,
            LoadCalendar load,
            AgreeCalendar agree,
            RefuseCalendar refuse,
            WorkingDays days,
            @Qualifier("job") JdbcClient everything,
            WebApplicationContext context) {
        this.acts = acts;
        this.load = load;
        this.agree = agree;
        this.refuse = refuse;
        this.days = days;
        this.everything = everything;
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @DisplayName("确认即可推算，公开接口同时答得出；再载入一次，以后一次为准，前一次留着")
    void aYearIsLoadedAndLoadedAnew() throws Exception {
        var first = notice(2031, List.of());
        confirmed(first);
        var saturday = saturday(2031);
        assertThat(days.calendar().isWorkingDay(saturday)).isFalse();
        var again = notice(2031, List.of(new SpecialDay(saturday, "国庆", true)));
        confirmed(again);
        assertThat(days.calendar().isWorkingDay(saturday)).isTrue();
        web.perform(get("/public/deadline.json?workingDays=1&from=" + saturday.minusDays(1)))
                .andExpect(jsonPath("$.due").value(saturday.toString()));
        assertThat(everything
                        .sql("select edition || ' ' || document || ' ' || entered_by from policy.calendar_year"
                                + " where year = 2031 order by edition")
                        .query(String.class)
                        .list())
                .containsExactly("1 " + DOCUMENT + " 王建国，某局", "2 " + DOCUMENT + " 王建国，某局");
    }

    @Test
    @DisplayName("留痕里有载入这件事")
    void theLoadingIsOnTheTrail() {
        var outcome = perform(ADMINISTRATOR, notice(2033, List.of()));
        assertThat(everything
                        .sql("select count(*) from audit.trail where act = 'LoadCalendar' and done and subject = :year")
                        .param("year", ((LoadCalendar.Outcome.Loaded) outcome).subject())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("只有省级系统管理员载入")
    void onlyTheProvincesAdministratorLoads() {
        for (var other : List.of(
                Offices.of(Role.SYSTEM_ADMIN, 441200000000L),
                Offices.of(Role.OFFICER, 440000000000L),
                Offices.of(Role.LEADER, 440000000000L),
                Offices.of(Role.AUDITOR, 440000000000L))) {
            assertThatThrownBy(() -> perform(other, notice(2032, List.of()))).isInstanceOf(NotAllowed.class);
        }
        assertThat(days.calendar().years()).doesNotContain(2032);
    }

    @Test
    @DisplayName("通知里不会有的写法，一条条说出来，什么也不载入")
    void whatNoNoticeSaysIsRefused() {
        refused(new CalendarYear(2034, DOCUMENT, List.of()), "法定节日不在放假的日子里：");
        refused(notice(2034, List.of(special(2034, 6, 1, true))), "2034-06-01 本来就是上班的日子");
        refused(notice(2034, List.of(special(2035, 6, 2, false))), "2035-06-02 不属于 2034 年");
        refused(notice(2034, List.of(special(2034, 1, 1, true))), "2034-01-01 写了两次");
        refused(new CalendarYear(2034, " ", notice(2034, List.of()).days()), "请写明通知的文号");
        refused(new CalendarYear(2007, DOCUMENT, List.of()), "年份应在 2008 至 2099 之间");
        assertThat(days.calendar().years()).doesNotContain(2034);
    }

    @Test
    @DisplayName("上一年最后几天随元旦调整")
    void newYearMayTouchTheDecemberBefore() {
        confirmed(notice(2035, List.of()));
        var last = LocalDate.of(2035, 12, 31); // a Monday
        assertThat(days.calendar().isWorkingDay(last)).isTrue();
        confirmed(notice(2036, List.of(new SpecialDay(last, "元旦", false))));
        assertThat(days.calendar().isWorkingDay(last)).isFalse();
    }

    @Test
    @DisplayName("填写、核对、载入；填错的留在原处")
    void theScreens() throws Exception {
        web.perform(office(get("/calendar/load"))).andExpect(status().isOk());
        web.perform(office(form("/calendar/load/check", "2037", "正月初一放假")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("看不懂的一行：正月初一放假")))
                .andExpect(content().string(containsString(DOCUMENT)));
        web.perform(office(form("/calendar/load/check", "2037", "2037-01-01 元旦")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("法定节日不在放假的日子里")));
        var typed = typed(2037);
        web.perform(office(form("/calendar/load/check", "2037", typed)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("全年工作日")));
        assertThat(days.calendar().years()).doesNotContain(2037);
        web.perform(office(form("/calendar/load", "2037", typed)
                        .param("_command", Ids.next().toString())
                        .param("_post", ADMINISTRATOR.post().toString())))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/calendar"));
        assertThat(days.calendar().years()).as("没有确认，不生效").doesNotContain(2037);
        web.perform(office(get("/calendar")))
                .andExpect(content().string(containsString("等确认：2037 年放假安排")))
                .andExpect(content().string(containsString("是您载入的")));
        web.perform(get("/calendar").requestAttr(Actor.class.getName(), new Actor.Visitor()))
                .andExpect(content().string(not(containsString("等确认"))));
        var id = everything
                .sql("select id::text from policy.calendar_year where year = 2037")
                .query(String.class)
                .single();
        web.perform(refusal(id, ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请写明哪里与通知不符")));
        web.perform(post("/calendar/agreement")
                        .requestAttr(Actor.class.getName(), CHECKER)
                        .param("calendar", id)
                        .param("_command", Ids.next().toString())
                        .param("_post", CHECKER.post().toString()))
                .andExpect(header().string("Location", "/calendar?year=2037"));
        web.perform(get("/calendar?year=2037"))
                .andExpect(content().string(containsString("国庆节：2037年10月1日 周四 至 10月7日 周三，共 7 天")))
                .andExpect(content().string(containsString("第 1 次载入")));
    }

    @Test
    @DisplayName("载入的人自己不能确认，换了岗位也不能；另一位确认以后才生效；退回要写理由，退回的不生效，可以再载入")
    void whoEntersDoesNotConfirm() {
        var id = ((LoadCalendar.Outcome.Loaded) perform(ADMINISTRATOR, notice(2038, List.of()))).subject();
        assertThat(perform(ADMINISTRATOR, notice(2038, List.of())))
                .isEqualTo(new LoadCalendar.Outcome.AlreadyProposed());
        assertThat(agreed(ADMINISTRATOR, id)).isEqualTo(new AgreeCalendar.Outcome.OwnProposal());
        assertThat(days.calendar().years()).doesNotContain(2038);
        assertThat(refusedBy(CHECKER, id, " ")).isEqualTo(new RefuseCalendar.Outcome.NoReason());
        assertThat(refusedBy(CHECKER, id, "这份通知标着机密★1年")).isInstanceOf(RefuseCalendar.Outcome.LooksSecret.class);
        assertThat(refusedBy(CHECKER, id, "国庆少写一天")).isEqualTo(new RefuseCalendar.Outcome.Declined(id));
        assertThat(agreed(CHECKER, id)).isEqualTo(new AgreeCalendar.Outcome.AlreadyAnswered());
        assertThat(days.calendar().years()).doesNotContain(2038);
        confirmed(notice(2038, List.of()));
        assertThat(days.calendar().years()).contains(2038);
        assertThatThrownBy(() -> agreed(Offices.of(Role.LEADER, 440000000000L), id))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("这一年已有一份等确认：再载入不成，填好的表留在原处")
    void whatWasTypedStaysWhenTheYearWaits() throws Exception {
        perform(ADMINISTRATOR, notice(2041, List.of()));
        web.perform(loading(2041))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("2041 年已有一份等确认")))
                .andExpect(content().string(containsString(DOCUMENT)))
                .andExpect(content().string(containsString("2041年10月1日至2041年10月7日 国庆节")));
    }

    @Test
    @DisplayName("两年都等确认：退回哪一年没写理由，只在那一年上说；写过的理由也只在那一年上")
    void eachWaitingYearHasItsOwnReason() throws Exception {
        perform(ADMINISTRATOR, notice(2042, List.of()));
        var second = ((LoadCalendar.Outcome.Loaded) perform(ADMINISTRATOR, notice(2043, List.of()))).subject();
        var page = web.perform(refusal(second.toString(), ""))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.split("aria-invalid=\"true\"", -1)).hasSize(2);
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        web.perform(refusal(second.toString(), "这份通知标着机密★1年"))
                .andExpect(content().string(containsString("value=\"这份通知标着机密★1年\"")));
    }

    @Test
    @DisplayName("退回的那一份，载入的人看得到理由，照着改了再载入，不用从头再填")
    void whatWasSentBackIsTypedOnlyOnce() throws Exception {
        web.perform(loading(2044)).andExpect(header().string("Location", "/calendar"));
        var id = everything
                .sql("select id::text from policy.calendar_year where year = 2044")
                .query(String.class)
                .single();
        web.perform(refusal(id, "国庆应放八天")).andExpect(header().string("Location", "/calendar"));
        web.perform(office(get("/calendar")))
                .andExpect(content().string(containsString("已退回：2044 年放假安排")))
                .andExpect(content().string(containsString("国庆应放八天")))
                .andExpect(content().string(containsString("/calendar/load?edition=" + id)));
        web.perform(office(get("/calendar/load?edition=" + id)))
                .andExpect(content().string(containsString("2044-10-01 至 2044-10-07 国庆节")))
                .andExpect(content().string(containsString(DOCUMENT)));
        web.perform(office(get("/calendar/load?edition=" + Ids.next()))).andExpect(status().isNotFound());
        assertThat(new CalendarRecords(everything, days, Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(91)))
                        .sentBack())
                .as("久不再载入的不一直挂着")
                .isEmpty();
        confirmed(notice(2044, List.of()));
        web.perform(office(get("/calendar"))).andExpect(content().string(not(containsString("已退回：2044"))));
    }

    @Test
    @DisplayName("连着放二十天的，照填写的样子拆成两行，退回以后改得动")
    void aLongRunIsTypedInLinesTheFormTakes() {
        var off = LocalDate.of(2046, 2, 1)
                .datesUntil(LocalDate.of(2046, 2, 21))
                .map(day -> new SpecialDay(day, "春节", false))
                .toList();
        var notice = new CalendarYear(2046, DOCUMENT, off);
        var errors = FieldErrors.none();
        assertThat(CalendarForm.of(notice).read(errors)).contains(notice);
        assertThat(errors.isEmpty()).isTrue();
    }

    private static MockHttpServletRequestBuilder loading(int year) {
        return office(form("/calendar/load", String.valueOf(year), typed(year))
                .param("_command", Ids.next().toString())
                .param("_post", ADMINISTRATOR.post().toString()));
    }

    private static MockHttpServletRequestBuilder refusal(String calendar, String reason) {
        return post("/calendar/refusal")
                .requestAttr(Actor.class.getName(), CHECKER)
                .param("calendar", calendar)
                .param("reason-" + calendar, reason)
                .param("_command", Ids.next().toString())
                .param("_post", CHECKER.post().toString());
    }

    private void confirmed(CalendarYear notice) {
        var id = ((LoadCalendar.Outcome.Loaded) perform(ADMINISTRATOR, notice)).subject();
        assertThat(agreed(CHECKER, id)).isEqualTo(new AgreeCalendar.Outcome.Agreed(id, notice.year()));
    }

    private AgreeCalendar.Outcome agreed(Actor by, java.util.UUID id) {
        return acts.perform(by, agree, new AgreeCalendar.Command(CommandId.fresh(by), id));
    }

    private RefuseCalendar.Outcome refusedBy(Actor by, java.util.UUID id, String reason) {
        return acts.perform(by, refuse, new RefuseCalendar.Command(CommandId.fresh(by), id, reason));
    }

    private static MockHttpServletRequestBuilder form(String path, String year, String off) {
        return post(path)
                .param("year", year)
                .param("document", DOCUMENT)
                .param("off", off)
                .param("work", "");
    }

    /** A run of seven days for the national holiday, the others as the law has them. */
    private static String typed(int year) {
        var others = StatutoryHolidays.of(year).stream()
                .filter(holiday -> holiday.day().getMonthValue() != 10)
                .map(holiday -> holiday.day() + " " + holiday.name())
                .collect(Collectors.joining("\n"));
        return others + "\n" + year + "年10月1日至" + year + "年10月7日 国庆节";
    }

    private void refused(CalendarYear notice, String why) {
        assertThat(perform(ADMINISTRATOR, notice))
                .isInstanceOfSatisfying(
                        LoadCalendar.Outcome.WrongDays.class,
                        outcome -> assertThat(outcome.reasons()).anyMatch(reason -> reason.contains(why)));
    }

    private LoadCalendar.Outcome perform(Actor actor, CalendarYear notice) {
        return acts.perform(actor, load, new LoadCalendar.Command(CommandId.fresh(actor), notice));
    }

    /** The statutory holidays, and what the case adds. */
    private static CalendarYear notice(int year, List<SpecialDay> more) {
        var all = new ArrayList<>(more);
        StatutoryHolidays.of(year).stream()
                .map(holiday -> holiday.day())
                .distinct()
                .forEach(day -> all.add(new SpecialDay(day, "节日", false)));
        return new CalendarYear(year, DOCUMENT, all);
    }

    private static SpecialDay special(int year, int month, int day, boolean working) {
        return new SpecialDay(LocalDate.of(year, month, day), "调休", working);
    }

    private static LocalDate saturday(int year) {
        return LocalDate.of(year, 10, 8)
                .datesUntil(LocalDate.of(year, 10, 16))
                .filter(day -> day.getDayOfWeek().getValue() == 6)
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder office(MockHttpServletRequestBuilder request) {
        return request.requestAttr(Actor.class.getName(), ADMINISTRATOR);
    }
}
