using BankAdmin.Web.Hosting;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>Style sheet and scripts are found wherever the published program is started from.</summary>
public sealed class AssetsTests : IDisposable
{
    private readonly DirectoryInfo program = Directory.CreateTempSubdirectory("bankadmin-program-");

    [Fact]
    public void They_are_beside_the_program_or_where_its_sources_say()
    {
        Assets.BesideProgram(program.FullName).ShouldBeNull("it is run from its sources");
        program.CreateSubdirectory("wwwroot");
        Assets.BesideProgram(program.FullName).ShouldBe(Path.Combine(program.FullName, "wwwroot"));
    }

    public void Dispose() => program.Delete(recursive: true);
}
