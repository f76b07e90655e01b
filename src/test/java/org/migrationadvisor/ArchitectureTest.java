package org.migrationadvisor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.migrationadvisor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.migrationadvisor.cli..")
            .layer("workbench")
            .definedBy("org.migrationadvisor.workbench..")
            .layer("batch")
            .definedBy("org.migrationadvisor.batch..")
            .layer("report")
            .definedBy("org.migrationadvisor.report..")
            .layer("input")
            .definedBy("org.migrationadvisor.input..")
            .layer("facade")
            .definedBy("org.migrationadvisor")
            .layer("rulebook")
            .definedBy("org.migrationadvisor.rulebook..")
            .layer("catalog")
            .definedBy("org.migrationadvisor.catalog..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("workbench")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("cli", "workbench")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "workbench")
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("cli", "workbench", "batch")
            .whereLayer("facade")
            .mayOnlyBeAccessedByLayers("cli", "workbench", "batch", "report", "input")
            .because("each layer can be read, tested and replaced with nothing but those below it");

    @ArchTest
    static final ArchRule textKnowsNothingOfTheRest = noClasses()
            .that()
            .resideInAPackage("org.migrationadvisor.text..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.migrationadvisor..")
                    .and(not(resideInAPackage("org.migrationadvisor.text.."))))
            .because("every layer makes text safe and asks for its width; what all use lies below them all");

    @ArchTest
    static final ArchRule factsKnowNothingOfTheRest = noClasses()
            .that()
            .resideInAPackage("org.migrationadvisor.facts..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.migrationadvisor..")
                    .and(not(resideInAnyPackage("org.migrationadvisor.facts..", "org.migrationadvisor.text.."))))
            .because("every layer reads the table of fields; a field is described there and nowhere else");

    @ArchTest
    static final ArchRule oneDoorToTheEngine = noClasses()
            .that(not(resideInAPackage("org.migrationadvisor.rulebook.engine..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."))
            .because("the rule engine must be replaceable, and callers must not need it");

    @ArchTest
    static final ArchRule engineTypesStayInside = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.migrationadvisor.rulebook.engine..")
            .should()
            .notHaveRawReturnType(resideInAnyPackage("org.kie..", "org.drools.."))
            .because("a type of the engine in a signature would carry it outside");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.migrationadvisor.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("a library that prints or exits takes the decision from its caller");

    @ArchTest
    static final ArchRule rulesNeverReadTheClock = noClasses()
            .that()
            .resideInAnyPackage("org.migrationadvisor.rulebook..", "org.migrationadvisor.catalog..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same rules, facts and as-of date must give the same advice on any day");

    @ArchTest
    static final ArchRule noCircles = slices().matching("org.migrationadvisor.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a circle are one package that nobody can take apart");
}
