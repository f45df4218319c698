global using BankAdmin.Domain.Tests.Builders;
global using Shouldly;
global using Xunit;
