using System.Reflection;
using System.Xml.Linq;
using BankAdmin.Domain.Companies;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Pdf;
using BankAdmin.Testing;

namespace BankAdmin.Architecture.Tests.Rules;

/// <summary>Domain ← Infrastructure ← Web, and Pdf beside them: what an assembly uses, and what its project could use.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["BankAdmin.Domain"] = [],
        ["BankAdmin.Pdf"] = [],
        ["BankAdmin.Infrastructure"] = ["BankAdmin.Domain"],
        ["BankAdmin.Web"] = ["BankAdmin.Domain", "BankAdmin.Infrastructure", "BankAdmin.Pdf"],
    };

    [Fact]
    public void Domain_and_Pdf_use_the_base_library_alone() =>
        new[] { typeof(Company).Assembly, typeof(PdfDocument).Assembly }.SelectMany(Packages).ShouldBeEmpty();

    [Fact]
    public void No_assembly_uses_one_that_stands_above_or_beside_it() =>
        new[] { typeof(Company).Assembly, typeof(PdfDocument).Assembly, typeof(BankAdminDbContext).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => Upwards(assembly, Allowed[assembly.GetName().Name!])).ShouldBeEmpty();

    [Fact]
    public void No_project_refers_to_more_than_it_may()
    {
        foreach (var (project, allowed) in Allowed)
        {
            var items = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants().ToList();
            items.Where(i => i.Name.LocalName == "ProjectReference")
                .Select(i => Path.GetFileNameWithoutExtension(((string)i.Attribute("Include")!).Replace('\\', '/')))
                .Except(allowed).ShouldBeEmpty(project);
            (allowed.Length > 0 || !items.Any(i => i.Name.LocalName is "PackageReference" or "FrameworkReference")).ShouldBeTrue(project);
        }
    }

    [Fact]
    public void Counter_example_this_assembly_uses_packages_and_what_stands_above()
    {
        Packages(typeof(DependencyTests).Assembly).ShouldContain("Shouldly");
        Upwards(typeof(DependencyTests).Assembly, Allowed["BankAdmin.Infrastructure"]).ShouldContain("BankAdmin.Web");
    }

    private static IEnumerable<string> Packages(Assembly assembly) => References(assembly)
        .Where(name => name != "netstandard" && !name.StartsWith("System", StringComparison.Ordinal));

    private static IEnumerable<string> Upwards(Assembly assembly, string[] allowed) => References(assembly)
        .Where(name => name.StartsWith("BankAdmin.", StringComparison.Ordinal)).Except(allowed);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
