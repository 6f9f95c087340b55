package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A list is a page that carries the kit's paging: what stands on the next page is neither printed by the browser nor copied. */
@DisplayName("分页的清单：整份打印、整份导出；不给的写明为什么")
class ListedTest {

    private static final Path SOURCES = Path.of("src/main/java/org/rongyi");

    private static final Path ROUTES = Path.of("src/test/resources/access/routes.txt");

    private static final String PAGING = "part.pager(";

    /** The whole on paper, as the kit has it. */
    private static final Pattern PRINTED = Pattern.compile("part\\.(listButtons|printButton)\\(list = ");

    /** The whole as a file: the kit's pair, or a link of the page's own. */
    private static final Pattern EXPORTED = Pattern.compile("part\\.listButtons\\(|label = \"导出");

    /** What stands there where no row does, with a way to the first page. */
    private static final Pattern ENDS = Pattern.compile("(part\\.empty|giftUses)\\([^\\n]*\\bfirst = ");

    private static final String BLIND = "互相不见名字的时候看的，一条一条看；成了名单带走就对得出是谁";

    private static final String SHOWN = "公示期内公开，机器用的在公开文件里；不做成带着走的名单";

    private static final String OWN_MAIL = "本人的消息，不是谁的台账";

    private static final String OPEN = "谁都看得到，不登录：整份上纸，不让不知道是谁的人占着连接等文件";

    private static final Map<String, String> NOT_PRINTED = Map.ofEntries(
            Map.entry("care.relief.found.web.FindingsPage", "机器找出来的线索，没有核实，看一条办一条；成了名单带走，就成了没有核实的困难人员名单"),
            Map.entry("people.person.web.SplitPage", "划分用的表，边划边少；名单按村在人员清单里打印"),
            Map.entry("platform.approval.web.NoticesPage", "公示只到最后一天，一件一件看；成了名单带走，过了那天还在"),
            Map.entry("platform.notice.web.MessagesPage", OWN_MAIL),
            Map.entry("platform.removal.web.RemovalsPage", "清除泄密内容的登记，逐条看；成了册子带走，就告诉了别人哪里有过"),
            Map.entry("career.campaign.candidate.web.WaitingPage", "等人核对的，核一条少一条；全部在候选人台账里打印"),
            Map.entry("career.campaign.exam.mark.web.MarkingPage", BLIND),
            Map.entry("career.campaign.mutual.web.ApplyPage", BLIND),
            Map.entry("career.campaign.mutual.web.RecruitPage", BLIND),
            Map.entry("career.campaign.mutual.web.RecruitingPage", BLIND),
            Map.entry("career.campaign.open.web.SunshineQuotasPage", SHOWN),
            Map.entry("career.campaign.open.web.SunshineResultsPage", SHOWN),
            Map.entry("career.campaign.open.web.SunshineScoresPage", SHOWN),
            Map.entry("career.campaign.open.web.SunshinesPage", "只有活动的名字，每一次的材料在它自己的页上下载"),
            Map.entry("career.campaign.run.web.FilesPage", "列的是文件，要的就是下载那些文件"));

    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "care.fund.web.OpenBooksPage",
            OPEN,
            "care.fund.web.OpenFundPage",
            OPEN,
            "career.campaign.open.web.SunshinePostsPage",
            OPEN);

    /** Offered on the candidates' page, and leads back there. */
    private static final Set<String> NO_PAGE = Set.of("/campaigns/{campaign}/appeals");

    /** No lists: a sheet that the page itself prints whole. */
    private static final Set<String> NO_PAPER = Set.of(
            "/figures",
            "/funds/{fund}/activity",
            "/funds/{fund}/balance-sheet",
            "/funds/{fund}/bank",
            "/funds/{fund}/trial-balance",
            "/ratings");

    /** Who comes behind the last page of these is on the last page, or reads it in their own words. */
    private static final Set<String> ENDS_OTHERWISE = Set.of(
            "career.campaign.direct.web.DirectPage",
            "career.campaign.mutual.web.ApplyPage",
            "people.person.web.SplitPage");

    /** Open to everybody: see {@link #OPEN}. */
    private static final Set<String> NO_FILE = Set.of("/open-books", "/open-books/{fund}", "/sunshine/{number}/posts");

    @Test
    @DisplayName("打印、导出的地址成对；印出来的回得到清单")
    void whatIsPrintedIsAFileToo() throws IOException {
        var pages = asked("");
        var files = asked("/export.xlsx");
        var papers = asked("/print");
        assertThat(papers).hasSizeGreaterThan(40);
        assertThat(beside(papers, pages)).as("打印的没有清单").isEqualTo(NO_PAGE);
        assertThat(beside(papers, files)).as("打印的没有导出").isEqualTo(NO_FILE);
        assertThat(beside(files, papers)).as("导出的没有打印").isEqualTo(NO_PAPER);
    }

    private static Set<String> beside(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }

    /** What is answered at an address that ends so, the end left out: RouteMatrixTest keeps the table as it is. */
    private static Set<String> asked(String end) throws IOException {
        try (var lines = Files.lines(ROUTES)) {
            return lines.filter(line -> line.startsWith("GET "))
                    .map(line -> line.split("\\s+")[1])
                    .filter(path -> path.endsWith(end))
                    .map(path -> path.substring(0, path.length() - end.length()))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    @DisplayName("打印：整份，不是屏幕上的一页")
    void everyListIsPrintedWhole() throws IOException {
        assertThat(without(PRINTED)).isEqualTo(new TreeSet<>(NOT_PRINTED.keySet()));
    }

    @Test
    @DisplayName("导出：同一份，按同样的筛选")
    void everyListIsExported() throws IOException {
        var reasons = new TreeSet<>(NOT_PRINTED.keySet());
        reasons.addAll(NOT_EXPORTED.keySet());
        assertThat(without(EXPORTED)).isEqualTo(reasons);
    }

    @Test
    @DisplayName("翻过了最后一页：写明后面没有了，有一条路回到第一页")
    void everyListSaysWhereItEnds() throws IOException {
        assertThat(without(ENDS)).isEqualTo(new TreeSet<>(ENDS_OTHERWISE));
    }

    /** Pages with paging whose template has nothing of this kind. */
    private static TreeSet<String> without(Pattern kind) throws IOException {
        var lists = lists();
        assertThat(lists).as("lists there are").hasSizeGreaterThan(40);
        return lists.entrySet().stream()
                .filter(list -> !kind.matcher(list.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Templates by the name of their page. */
    private static Map<String, String> lists() throws IOException {
        var lists = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith("Page.jte")).toList()) {
                var template = Files.readString(file);
                if (template.contains(PAGING)) {
                    lists.put(
                            SOURCES.relativize(file)
                                    .toString()
                                    .replace(".jte", "")
                                    .replace('/', '.'),
                            template);
                }
            }
        }
        return lists;
    }
}
