package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the browser puts on paper, read back from the PDF it would print. */
@RongyiTest
@Tag("browser")
@DisplayName("打印出来的台账：单位、填表人、第几页共几页，菜单和按钮不上纸")
class PaperListTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @Test
    void everyPageSaysWhichItIs() throws IOException {
        personas = TestCounty.ensure(program);
        var head = Objects.requireNonNull(personas.get("zhen"));
        try (var chromium = new Chromium(port)) {
            var page = chromium.signIn(Device.DESKTOP, head);
            page.navigate("/contacts/print?which=ALL");
            assertThat(Chromium.barriers(page)).isEmpty();
            var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            try (var paper = Loader.loadPDF(pdf)) {
                int pages = paper.getNumberOfPages();
                assertThat(pages).isGreaterThan(1);
                for (int number = 1; number <= pages; number++) {
                    assertThat(text(paper, number)).contains("第" + number + "页共" + pages + "页");
                }
                assertThat(text(paper, 1))
                        .contains("联系名单", head.unitName(), "填表人", head.name())
                        .doesNotContain("退出登录", "导出");
            }
        }
    }

    private static String text(PDDocument paper, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(paper).replaceAll("\\s", "");
    }
}
