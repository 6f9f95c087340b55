package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.paper.Form.Cell;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * The rows that the forms of relief share: applicant, household, account. 身份证号 and 卡号 are left to the pen or masked. What was
 * told of an illness in its own field is not printed: the certificate is enclosed. His reason is, as he wrote it (decision 0060).
 */
@Component
public class FormCells {

    private final PersonFile persons;
    private final Divisions divisions;

    FormCells(PersonFile persons, Divisions divisions) {
        this.persons = persons;
        this.divisions = divisions;
    }

    /** 申请人, as his file has him; the name alone where the reader does not see the file. */
    public List<List<Cell>> applicant(UUID person, String name) {
        var lines = new ArrayList<List<Cell>>();
        var file = persons.find(person);
        lines.add(List.of(
                Cell.of("姓名", name),
                Cell.of(
                        "性别、出生年份",
                        file.map(view -> view.sex() + "，" + view.bornYear() + " 年")
                                .orElse(""))));
        lines.add(List.of(Cell.of("身份证号", ""), Cell.of("联系电话", "")));
        lines.add(List.of(Cell.of(
                "人员类别",
                file.map(view -> view.categories().stream()
                                .sorted()
                                .map(Category::zh)
                                .collect(Collectors.joining("、")))
                        .orElse(""))));
        lines.add(List.of(Cell.of(
                "住址",
                persons.responsible(person)
                        .map(place -> divisions.fullName(place.code()) + place.groupName() + place.address())
                        .orElse(""))));
        return lines;
    }

    /**
     * 家庭经济状况; left to the pen while it is not told.
     *
     * @param spent what the spending was for, in the form's words
     */
    public List<List<Cell>> household(UUID person, @Nullable Household home, String spent) {
        var mates = persons.sharing(person).stream().map(PersonFile.Mate::name).collect(Collectors.joining("、"));
        var lines = new ArrayList<List<Cell>>();
        lines.add(List.of(new Cell("共同生活的家庭成员", mates, home == null)));
        lines.add(List.of(
                Cell.of("家庭人口", home == null ? "" : home.members() + " 人"),
                Cell.of("人均月收入", home == null ? "" : Words.yuan(home.monthlyFen()))));
        lines.add(List.of(
                Cell.of("近一年家庭收入", home == null ? "" : Words.yuan(home.incomeFen())),
                Cell.of("其中抚恤、补助、优待", home == null ? "" : Words.yuan(home.exemptFen()) + "，不算收入")));
        lines.add(List.of(
                Cell.of(spent, home == null ? "" : Words.yuan(home.spentFen())),
                Cell.of("已报销、已得帮助", home == null ? "" : Words.yuan(home.coveredFen()))));
        lines.add(List.of(Cell.of("家庭自己负担", home == null ? "" : Words.yuan(home.ownFen()))));
        return lines;
    }

    /** 收款账号: bank and last digits; the rest is the pen's. */
    public static List<Cell> account(AidRequest.@Nullable Account account) {
        return List.of(Cell.of("本人银行卡", account == null ? "" : account.masked()));
    }
}
